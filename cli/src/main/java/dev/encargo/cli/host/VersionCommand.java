package dev.encargo.cli.host;

import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.encargo.cli.Version;
import dev.encargo.cli.output.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Says which Encargo this is.
@Command(name = "version", mixinStandardHelpOptions = true, description = "Show the versions of Encargo and Java.")
public final class VersionCommand implements Runnable {
    @Mixin
    private Output output = new Output();

    @Override
    public void run() {
        if (output.json()) {
            output.object(JsonNodeFactory.instance
                    .objectNode()
                    .put("encargo", Version.number())
                    .put("java", Runtime.version().toString()));
        } else {
            output.line("  " + say("encargo %s   Java %s", Version.number(), Runtime.version()));
        }
    }
}

package dev.encargo.cli.deploy;

import static dev.encargo.cli.words.Words.plural;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.WrongValue;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.StoreAddress;
import dev.encargo.cli.running.Template;
import dev.encargo.local.template.StackOptions;
import dev.encargo.local.template.StackReader;
import dev.encargo.local.workflow.data.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Makes the indexes of documents in DocumentDB or MongoDB, which no function does and no template can.
@Command(
        name = "indexes",
        mixinStandardHelpOptions = true,
        description = {
            "Make the indexes of documents on DocumentDB or MongoDB Atlas, once per installation and after an update that declares more; "
                    + "those that are there already stay.",
            "MONGODB_CA names the file with the server's certificate authorities, where the JDK does not know them."
        })
public final class IndexesCommand implements Callable<Integer> {
    /// The database of the functions, where the address names none.
    private static final String DATABASE = "encargo";

    private static final String STANDARD_INPUT = "-";

    @Option(
            names = "--store",
            paramLabel = "ADDRESS",
            required = true,
            description = "The functions' connection string, mongodb://…; - reads it from standard input.")
    private String store = "";

    @Option(
            names = "--template",
            paramLabel = "FILE",
            defaultValue = Template.DEFAULT,
            description = "The template that declares them (default: the one of this checkout).")
    private Path template = Template.ofThisCheckout();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        StoreAddress address = new StoreAddress(store.equals(STANDARD_INPUT) ? read() : store);
        if (!address.given().startsWith("mongodb")) {
            throw WrongValue.of(
                    "--store",
                    address.shown(),
                    say("Tables of DynamoDB get their indexes by the template."),
                    "mongodb://HOST",
                    STANDARD_INPUT);
        }
        Set<String> declared =
                new TreeSet<>(StackReader.read(template, StackOptions.laptop(0)).declaredIndexes());
        address.use(DATABASE, kept -> {
            kept.prepare(declared);
            return true;
        });
        if (output.json()) {
            ObjectNode node = Json.object().put("store", address.shown());
            ArrayNode names = node.putArray("indexes");
            declared.forEach(names::add);
            output.object(node);
        } else {
            output.line("  "
                    + output.done()
                    + " "
                    + plural(
                            declared.size(),
                            "%d declared index and those of the relay are on %s: %s",
                            "%d declared indexes and those of the relay are on %s: %s",
                            address.shown(),
                            String.join(", ", declared)));
        }
        return 0;
    }

    private static String read() throws IOException {
        return new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}

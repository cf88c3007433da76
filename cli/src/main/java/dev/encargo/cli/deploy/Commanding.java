package dev.encargo.cli.deploy;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Runs commands by a shell in one folder, one after the other; the first that fails ends it.
record Commanding(Path folder) {

    void run(String command) {
        ended(command, builder(command).inheritIO(), false);
    }

    /// Runs it and gives what it printed.
    String ask(String command) {
        return ended(command, builder(command).redirectError(ProcessBuilder.Redirect.INHERIT), true);
    }

    private ProcessBuilder builder(String command) {
        return new ProcessBuilder("sh", "-c", command).directory(folder.toFile());
    }

    private static String ended(String command, ProcessBuilder builder, boolean asked) {
        try {
            Process process = builder.start();
            String said =
                    asked ? new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip() : "";
            int code = process.waitFor();
            if (code != 0) {
                throw new Refusal(
                        Refusal.FAILED,
                        say("A command failed with %s.", code),
                        command,
                        say(
                                "What it said is above. What was done before it stays done; the same deploy goes on from there."));
            }
            return said;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refusal(
                    Refusal.INTERRUPTED,
                    say("The deployment was interrupted."),
                    command,
                    say("Look what became of the stack before you repeat it."));
        }
    }
}

package dev.encargo.cli;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Stands in the list of commands for what the launcher does itself, since tests are compiled and run by Maven.
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Run every test but the slow ones; --slow runs only those.")
final class TestCommand implements Runnable {
    @Option(names = "--slow", description = "Only the slow ones: kill campaigns and long searches.")
    private boolean slow;

    @Override
    public void run() {
        throw new Refusal(
                Refusal.USAGE,
                say("The tests are run by the launcher."),
                say("They are compiled first, by Maven."),
                say("Use:  %s", encargo(slow ? "test --slow" : "test")));
    }
}

package dev.encargo.cli.bench;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures how many orders this machine accepts and completes. Exit code 1 when anything was lost or done twice.
@Command(
        name = "bench",
        subcommands = ColdCommand.class,
        mixinStandardHelpOptions = true,
        description = {
            "Measure accepting and completing orders on this machine.",
            "Starts a host of its own in a temporary folder, places orders, waits until all are PAID and verifies them."
        })
public final class BenchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--orders", defaultValue = "2000", description = "How many orders (default: ${DEFAULT-VALUE}).")
    private int orders;

    @Option(
            names = "--rate",
            defaultValue = "0",
            description = "Orders per second, timed from when each was due (default: as fast as they are answered).")
    private double rate;

    @Option(
            names = "--warm-up",
            defaultValue = "1000",
            description = "Orders completed before measuring begins (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--connections", defaultValue = "64", description = "Open connections (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Option(names = "--json", description = "The result as one object, the last line of the output.")
    private boolean json;

    @Option(
            names = "--template",
            defaultValue = "${sys:encargo.root:-.}/infrastructure/template.yaml",
            description = "The template to run (default: the one of this checkout).")
    private Path template = Path.of("infrastructure/template.yaml");

    @Override
    public Integer call() throws IOException, InterruptedException {
        require(
                orders >= 1 && orders <= 1_000_000,
                "--orders " + orders,
                say("Between 1 and 1000000 orders can be placed."));
        require(rate >= 0 && rate <= 100_000, "--rate " + rate, say("A rate is orders per second, up to 100000."));
        require(warmUp >= 0 && warmUp <= 1_000_000, "--warm-up " + warmUp, say("A warm-up has up to 1000000 orders."));
        require(
                connections >= 1 && connections <= 1_000,
                "--connections " + connections,
                say("1 to 1000 can be open."));
        Progress progress = new Progress(spec.commandLine().getErr());
        Outcome outcome = new Run(template, orders, rate, warmUp, connections, progress).measured();
        List<String> violations = outcome.violations();
        violations.forEach(violation -> spec.commandLine().getErr().println("  ✕ " + violation));
        (json ? spec.commandLine().getErr() : spec.commandLine().getOut()).println(Report.table(outcome));
        if (json) {
            spec.commandLine().getOut().println(Report.json(outcome));
        }
        return violations.isEmpty() ? 0 : Refusal.FAILED;
    }

    private static void require(boolean holds, String what, String why) {
        if (!holds) {
            throw new Refusal(
                    Refusal.USAGE,
                    say("%s cannot be measured.", what),
                    why,
                    say("Use:  %s", encargo("bench --orders 2000")));
        }
    }
}

package dev.encargo.cli.order;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// What a person does with orders.
@Command(
        name = "order",
        mixinStandardHelpOptions = true,
        description = "Place orders and follow them to the customer's door.",
        subcommands = {
            CreateCommand.class,
            ListCommand.class,
            ShowCommand.class,
            WatchCommand.class,
            CancelCommand.class,
            ShipCommand.class,
            DeliverCommand.class
        })
public final class OrderCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

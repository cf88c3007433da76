package dev.encargo.cli.invoice;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// An order's invoice.
@Command(
        name = "invoice",
        mixinStandardHelpOptions = true,
        description = "Fetch invoices and credit notes.",
        subcommands = GetCommand.class)
public final class InvoiceCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

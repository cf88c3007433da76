package dev.encargo.cli.check;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Refusal;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.cli.words.Words;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Verifies I1 to I12. Exits 1 on any violation.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Verify what must hold of all orders, their money, goods, papers, events and mails; running or stopped.",
        footer = {
            "",
            "With --json amounts are in minor units: \"money\" has what was captured and refunded by currency."
        })
public final class CheckCommand implements Callable<Integer> {

    @Mixin
    private HostChoice choice = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        output.progress("  " + say("Looking at %s…", choice.kept()));
        Audit audit = output.json() ? Words.inEnglish(() -> Audit.of(choice)) : Audit.of(choice);
        AuditText text = new AuditText(audit);
        if (output.json()) {
            output.object(text.json());
        } else {
            text.print(output);
        }
        return audit.violations().isEmpty() ? 0 : Refusal.FAILED;
    }
}

package dev.encargo.cli.template;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Refusal;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.Template;
import dev.encargo.local.template.Parity;
import dev.encargo.local.template.StackOptions;
import dev.encargo.local.template.parity.ParityReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How far this machine does what the template says.
@Command(
        name = "parity",
        mixinStandardHelpOptions = true,
        description = {
            "List every resource and property of the template and what this machine does with it: honoured as on AWS, checked only, or "
                    + "ignored, with the reason.",
            "Exit code 1 when something in it would keep the host from starting."
        })
public final class ParityCommand implements Callable<Integer> {
    @Option(
            names = "--template",
            paramLabel = "FILE",
            defaultValue = Template.DEFAULT,
            description = "The template (default: the one of this checkout).")
    private Path template = Template.ofThisCheckout();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        if (!Files.isReadable(template)) {
            throw new Refusal(
                    Refusal.USAGE,
                    say("Cannot read %s.", template),
                    say("There is no such file."),
                    say("Use:  %s", encargo("parity --template FILE")));
        }
        ParityReport report = Parity.report(template, StackOptions.laptop(0));
        if (output.json()) {
            output.object(report.toJson());
        } else {
            new ParityText(report).lines().forEach(output::line);
        }
        return report.refusals().isEmpty() ? 0 : Refusal.FAILED;
    }
}

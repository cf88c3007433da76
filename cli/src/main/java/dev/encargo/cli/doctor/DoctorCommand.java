package dev.encargo.cli.doctor;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.Version;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.cli.running.PortNumber;
import dev.encargo.cli.running.Shell;
import dev.encargo.cli.running.Template;
import dev.encargo.cli.words.Words;
import dev.encargo.local.workflow.data.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Looks whether everything is here that Encargo needs.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Look whether this machine has what Encargo needs, and say what to do where it has not.",
            "Exit code 1 when something needed is missing."
        })
public final class DoctorCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The port to be used (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".encargo",
            description = "The data folder to be used (default: ./${DEFAULT-VALUE}).")
    private Path data = Path.of(".encargo");

    @Option(
            names = "--template",
            paramLabel = "FILE",
            defaultValue = Template.DEFAULT,
            description = "The template to run (default: the one of this checkout).")
    private Path template = Template.ofThisCheckout();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        Map<String, String> environment = System.getenv();
        List<Finding> findings = output.json() ? Words.inEnglish(() -> findings(environment)) : findings(environment);
        boolean good = findings.stream().noneMatch(finding -> finding.grade() == Finding.Grade.BAD);
        if (output.json()) {
            object(findings, good);
        } else {
            print(findings, good);
        }
        return good ? 0 : Refusal.FAILED;
    }

    private List<Finding> findings(Map<String, String> environment) {
        return List.of(
                Finding.good("Encargo " + Version.number()),
                Tools.java(Runtime.version()),
                Tools.maven(environment.getOrDefault("MAVEN_HOME", ""), environment.getOrDefault("PATH", "")),
                Place.port(
                        PortNumber.of(String.valueOf(port), "8080"), data, new HostChoice(data).up() + " --port auto"),
                Place.folder(HostChoice.folder(data)),
                Place.template(template, encargo("parity" + templateAsGiven())),
                Finding.optional(say("AWS credentials are not needed: nothing leaves this machine"), ""));
    }

    private void print(List<Finding> findings, boolean good) {
        findings.forEach(finding -> finding.print(output));
        output.line("  "
                + (good
                        ? say("All good: %s", encargo("up" + asGiven() + templateAsGiven()))
                        : say(
                                "Mend what is marked, then ask again: %s",
                                encargo("doctor" + asGiven() + templateAsGiven()))));
    }

    /// The options that `up` needs to mean the same place.
    private String asGiven() {
        return (port == 8080 ? "" : " --port " + port) + new HostChoice(data).asGiven();
    }

    private String templateAsGiven() {
        return template.equals(Template.ofThisCheckout()) ? "" : " --template " + Shell.word(template.toString());
    }

    private void object(List<Finding> findings, boolean good) {
        ObjectNode node = Json.object().put("good", good);
        ArrayNode all = node.putArray("findings");
        for (Finding finding : findings) {
            all.addObject()
                    .put("grade", finding.grade().name().toLowerCase(Locale.ROOT))
                    .put("what", finding.what())
                    .put("remedy", finding.remedy().isEmpty() ? null : finding.remedy());
        }
        output.object(node);
    }
}

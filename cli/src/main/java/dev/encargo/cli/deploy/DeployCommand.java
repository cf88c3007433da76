package dev.encargo.cli.deploy;

import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.doctor.Finding;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.words.Words;
import dev.encargo.local.workflow.data.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Deploys a stage by the commands that docs/how-to/deploy.md describes, or prints them.
@Command(
        name = "deploy",
        mixinStandardHelpOptions = true,
        description = {
            "Deploy a stage of infrastructure/samconfig.toml to AWS: an image that exists (--image), or one that is built and pushed first "
                    + "(--repository).",
            "With --plan nothing is called: what would be built, pushed and changed is printed, and what is missing on this machine.",
            "Exit code 1 when something is missing or a command fails."
        })
public final class DeployCommand implements Callable<Integer> {
    private static final DateTimeFormatter TAG =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);
    private static final String DIGEST_TO_COME = "REPOSITORY@sha256:DIGEST";

    @Option(names = "--stage", paramLabel = "STAGE", required = true, description = "The stage: dev, staging or prod.")
    private String stage = "";

    @Option(names = "--image", paramLabel = "IMAGE", description = "An image in ECR, by its digest.")
    private @Nullable String image;

    @Option(names = "--repository", paramLabel = "REPOSITORY", description = "Where a new image is pushed in ECR.")
    private @Nullable String repository;

    @Option(
            names = "--bucket",
            paramLabel = "BUCKET",
            description = "The bucket for the template's parts (default: encargo-artifacts-ACCOUNT-REGION).")
    private @Nullable String bucket;

    @Option(names = "--plan", description = "Only look, and print the commands.")
    private boolean plan;

    @Mixin
    private Output output = new Output();

    private final Path root = Path.of(System.getProperty("encargo.root", "."));
    private final String tag = TAG.format(Instant.now());

    @Override
    public Integer call() {
        Stage chosen = Stage.read(root.resolve("infrastructure/samconfig.toml"), stage);
        Optional<Registry> registry = registry();
        output.progress(say("Checking the template for %s…", stage));
        TemplateCheck check = TemplateCheck.of(root, stage);
        List<Finding> findings = output.json()
                ? Words.inEnglish(() -> findings(chosen, registry, check))
                : findings(chosen, registry, check);
        boolean good = findings.stream().noneMatch(finding -> finding.grade() == Finding.Grade.BAD);
        Optional<Commands> commands = registry.map(
                where -> new Commands(chosen, where, Optional.ofNullable(bucket).orElseGet(where::artifacts)));
        if (output.json()) {
            object(chosen, findings, good, commands);
        } else {
            print(chosen, findings, commands);
        }
        if (good && !plan) {
            perform(commands.orElseThrow());
            output.progress("  " + output.done() + " " + say("%s is deployed.", chosen.stack()));
        }
        return good ? 0 : Refusal.FAILED;
    }

    private Optional<Registry> registry() {
        return image != null
                ? Registry.ofImage(image)
                : Optional.ofNullable(repository).flatMap(Registry::of);
    }

    private List<Finding> findings(Stage chosen, Optional<Registry> registry, TemplateCheck check) {
        Prerequisites here = new Prerequisites(System.getenv(), root);
        List<Finding> findings = new ArrayList<>();
        findings.add(here.program("aws", say("Install the AWS CLI, version 2.")));
        findings.add(here.credentials());
        if (image == null) {
            findings.add(here.program("docker", say("Install Docker, or name an image that exists: --image")));
            findings.add(here.dockerfile());
        }
        findings.add(registry.map(where -> Finding.good(
                        say("account %s, Region %s, by the image's address", where.account(), where.region())))
                .orElseGet(this::noImage));
        findings.add(here.parameters(chosen));
        findings.add(here.template(check));
        return findings;
    }

    private Finding noImage() {
        String example = "ACCOUNT.dkr.ecr.REGION.amazonaws.com/encargo";
        return image == null && repository == null
                ? Finding.bad(
                        say("no image is named"),
                        say(
                                "Name one, %s, or where to push one, %s",
                                "--image " + example + "@sha256:…", "--repository " + example))
                : Finding.bad(
                        say("%s is no address in ECR, or not by digest", image == null ? repository : image),
                        say("Its form is %s", image == null ? example : example + "@sha256:…"));
    }

    private void print(Stage chosen, List<Finding> findings, Optional<Commands> commands) {
        output.line("  " + say("Stage %s, stack %s", chosen.name(), chosen.stack()));
        findings.forEach(finding -> finding.print(output));
        commands.ifPresent(known -> {
            if (image == null) {
                output.line("  " + say("Built and pushed:"));
                known.image(tag).forEach(one -> output.line("    " + one));
                output.line("    " + known.digest(tag));
            }
            output.line("  " + say("Changed: the stack %s, which is made if it is not there", chosen.stack()));
            known.stack(image == null ? DIGEST_TO_COME : image).forEach(one -> output.line("    " + one));
        });
        if (plan) {
            output.line("  " + say("Nothing was called. What AWS would change: %s", "--no-execute-changeset"));
        }
    }

    private void object(Stage chosen, List<Finding> findings, boolean good, Optional<Commands> commands) {
        ObjectNode node = Json.object()
                .put("stage", chosen.name())
                .put("stack", chosen.stack())
                .put("good", good);
        ArrayNode all = node.putArray("findings");
        for (Finding finding : findings) {
            all.addObject()
                    .put("grade", finding.grade().name().toLowerCase(Locale.ROOT))
                    .put("what", finding.what())
                    .put("remedy", finding.remedy().isEmpty() ? null : finding.remedy());
        }
        ArrayNode build = node.putArray("build");
        ArrayNode change = node.putArray("change");
        commands.ifPresent(known -> {
            if (image == null) {
                known.image(tag).forEach(build::add);
            }
            known.stack(image == null ? DIGEST_TO_COME : image).forEach(change::add);
        });
        output.object(node);
    }

    private void perform(Commands commands) {
        Commanding shell = new Commanding(root);
        String deployed = image;
        if (deployed == null) {
            commands.image(tag).forEach(shell::run);
            deployed = shell.ask(commands.digest(tag));
        }
        commands.stack(deployed).forEach(shell::run);
    }
}

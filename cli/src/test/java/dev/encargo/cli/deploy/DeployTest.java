package dev.encargo.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.encargo.cli.Encargo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A checkout with programs that only write down how they were called.
@DisplayName("encargo deploy")
class DeployTest {
    private static final String REPOSITORY = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/encargo";
    private static final String IMAGE = REPOSITORY + "@sha256:" + "a".repeat(64);

    @TempDir
    private Path checkout;

    private Path calls;
    private Path bin;

    @BeforeEach
    void checkout() throws IOException {
        calls = checkout.resolve("calls.txt");
        bin = Files.createDirectories(checkout.resolve("bin"));
        Files.createDirectories(checkout.resolve("infrastructure/image"));
        Files.writeString(checkout.resolve("infrastructure/image/Dockerfile"), "FROM scratch\n");
        Files.writeString(checkout.resolve("infrastructure/samconfig.toml"), """
                version = 0.1
                [dev.deploy.parameters]
                stack_name = "encargo-dev"
                capabilities = "CAPABILITY_IAM"
                parameter_overrides = "Stage=dev SellerName=\\"Ana's Shop\\" PublicUrl=https://shop.example.org"
                """);
        for (String needed : List.of("sh", "mkdir")) {
            Files.createSymbolicLink(bin.resolve(needed), Path.of("/bin", needed));
        }
        program("infrastructure/checks/check", "exit 0");
        program("infrastructure/image/context", "echo context \"$@\" >> " + calls);
        program("bin/aws", "echo aws \"$@\" >> " + calls);
        program("bin/docker", "echo docker \"$@\" >> " + calls + "\n[ \"$1\" != inspect ] || echo " + IMAGE);
    }

    @Test
    void plans_what_would_be_changed_and_calls_nothing() throws Exception {
        Encargo.Ended planned = deploy("--stage", "dev", "--image", IMAGE, "--plan");
        assertThat(planned.exitCode()).as(planned.err() + planned.out()).isZero();
        assertThat(planned.out().lines())
                .contains(
                        "  Stage dev, stack encargo-dev",
                        "  ✓ aws " + bin.resolve("aws"),
                        "  ✓ credentials of AWS: AWS_PROFILE",
                        "  ✓ account 123456789012, Region eu-west-1, by the image's address",
                        "  ✓ the template's checks find nothing",
                        "  Changed: the stack encargo-dev, which is made if it is not there",
                        "    aws cloudformation deploy --region eu-west-1 --template-file target/deploy/dev.yaml"
                                + " --stack-name encargo-dev --s3-bucket encargo-artifacts-123456789012-eu-west-1"
                                + " --capabilities CAPABILITY_IAM --no-fail-on-empty-changeset --parameter-overrides ImageUri="
                                + IMAGE + " Stage=dev 'SellerName=Ana'\\''s Shop' PublicUrl=https://shop.example.org");
        assertThat(planned.out()).doesNotContain("docker").doesNotContain("staging-account");
        assertThat(calls).doesNotExist();
    }

    @Test
    void builds_and_pushes_an_image_and_deploys_it_by_the_digest_that_it_got() throws Exception {
        Encargo.Ended deployed = deploy("--stage", "dev", "--repository", REPOSITORY, "--bucket", "parts");
        assertThat(deployed.exitCode()).as(deployed.err() + deployed.out()).isZero();
        List<String> called = Files.readAllLines(calls);
        assertThat(called)
                .extracting(call -> call.split(" ")[0] + " " + call.split(" ")[1])
                .containsExactlyInAnyOrder(
                        "aws ecr",
                        "docker login",
                        "context target/image",
                        "docker build",
                        "docker push",
                        "docker inspect",
                        "aws cloudformation",
                        "aws cloudformation");
        assertThat(called)
                .anySatisfy(call -> assertThat(call)
                        .startsWith("docker build --platform linux/amd64 --provenance=false --sbom=false --tag "));
        assertThat(called.getLast())
                .startsWith("aws cloudformation deploy")
                .contains(" --s3-bucket parts ")
                .contains(" ImageUri=" + IMAGE + " Stage=dev SellerName=Ana's Shop ");
    }

    @Test
    void does_nothing_while_something_is_missing_and_says_what() throws Exception {
        Files.delete(bin.resolve("docker"));
        program("infrastructure/checks/check", "echo 'template.yaml:7: no such property [cfn-lint E3002]'\nexit 1");
        Encargo.Ended refused = deploy("--stage", "dev");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out().lines())
                .contains(
                        "  ✕ docker was not found",
                        "      Install Docker, or name an image that exists: --image",
                        "  ✕ no image is named",
                        "  ✕ the template's checks find 1 thing",
                        "      template.yaml:7: no such property [cfn-lint E3002]");
        assertThat(calls).doesNotExist();
    }

    @Test
    void takes_no_image_by_a_tag() throws Exception {
        Encargo.Ended refused = deploy("--stage", "dev", "--image", REPOSITORY + ":latest", "--plan");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).contains("✕ " + REPOSITORY + ":latest is no address in ECR, or not by digest");
    }

    @Test
    void lets_no_example_stand_on_invoices_that_nobody_can_delete() throws Exception {
        Path stages = checkout.resolve("infrastructure/samconfig.toml");
        Files.writeString(stages, Files.readString(stages).replace("Stage=dev ", "Stage=dev InvoiceLock=COMPLIANCE "));
        Encargo.Ended refused = deploy("--stage", "dev", "--image", IMAGE);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out())
                .containsPattern("✕ [0-9]+ parameters are still the template's examples: PaymentProviderUrl, ")
                .contains("nobody can delete an invoice that is wrong");
        assertThat(calls).doesNotExist();
    }

    @Test
    void stops_at_the_first_command_that_fails() throws Exception {
        program("bin/aws", "echo aws \"$@\" >> " + calls + "\nexit 255");
        Encargo.Ended failed = deploy("--stage", "dev", "--image", IMAGE);
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err()).contains("✕ A command failed with 255.").contains("aws cloudformation package");
        assertThat(calls).content().hasLineCount(1);
    }

    @Test
    void refuses_a_stage_that_there_is_not_in_the_readers_language() throws Exception {
        Encargo.Ended refused = deploy("--stage", "qa", "--plan", "--lang", "es");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err().lines()).first().isEqualTo("  ✕ No hay ninguna etapa qa.");
        assertThat(refused.err()).contains("dev");
    }

    @Test
    void prints_its_plan_for_programs_in_English() throws Exception {
        Encargo.Ended planned = deploy("--stage", "dev", "--image", IMAGE, "--plan", "--json", "--lang", "es");
        JsonNode plan = new ObjectMapper().readTree(planned.out());
        assertThat(plan.path("good").asBoolean()).isTrue();
        assertThat(plan.path("build")).isEmpty();
        assertThat(plan.path("change")).hasSize(3);
        assertThat(plan.at("/findings/1/what").asText()).isEqualTo("credentials of AWS: AWS_PROFILE");
    }

    private Encargo.Ended deploy(String... options) throws Exception {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "deploy";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return Encargo.ofCheckout(
                checkout,
                Map.of("PATH", bin.toString(), "AWS_PROFILE", "staging-account", "HOME", checkout.toString()),
                arguments);
    }

    private void program(String name, String does) throws IOException {
        Path file = checkout.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

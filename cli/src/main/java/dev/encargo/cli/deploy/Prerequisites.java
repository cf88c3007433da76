package dev.encargo.cli.deploy;

import static dev.encargo.cli.words.Words.plural;
import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.doctor.Finding;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks on this machine alone whether a stage can be deployed from it.
final class Prerequisites {
    /// What the template has examples for, and no stage can do with.
    static final List<String> YOURS = List.of(
            "PaymentProviderUrl",
            "WarehouseUrl",
            "PublicUrl",
            "SellerName",
            "SellerAddress",
            "SellerTaxId",
            "MailFrom");

    private final Map<String, String> environment;
    private final Path root;

    Prerequisites(Map<String, String> environment, Path root) {
        this.environment = environment;
        this.root = root;
    }

    /// Whether a program is on the PATH; `remedy` says how to get it.
    Finding program(String name, String remedy) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(found -> Finding.good(name + " " + found))
                .orElseGet(() -> Finding.bad(say("%s was not found", name), remedy));
    }

    /// Whether there are credentials, and where; never which, and never whether AWS takes them.
    Finding credentials() {
        return source().map(where -> Finding.good(say("credentials of AWS: %s", where)))
                .orElseGet(() -> Finding.bad(
                        say("there are no credentials of AWS"), say("Sign in: %s", "aws sso login, or aws configure")));
    }

    private Optional<String> source() {
        Path home = Path.of(environment.getOrDefault("HOME", "."), ".aws");
        return Stream.of(
                        "AWS_ACCESS_KEY_ID",
                        "AWS_PROFILE",
                        "AWS_WEB_IDENTITY_TOKEN_FILE",
                        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
                .filter(name -> !environment.getOrDefault(name, "").isEmpty())
                .findFirst()
                .or(() -> Stream.of("credentials", "config")
                        .map(home::resolve)
                        .filter(Files::isReadable)
                        .map(Path::toString)
                        .findFirst());
    }

    Finding dockerfile() {
        return Files.isReadable(root.resolve(Commands.DOCKERFILE))
                ? Finding.good(Commands.DOCKERFILE)
                : Finding.bad(
                        say("there is no %s", Commands.DOCKERFILE),
                        say("Name an image that was built elsewhere: %s", "--image REPOSITORY@sha256:DIGEST"));
    }

    /// Examples are told; they are refused where nobody could delete the invoices on which they stand.
    Finding parameters(Stage stage) {
        List<String> left = new ArrayList<>(YOURS);
        left.removeAll(stage.parameters().keySet());
        if (left.isEmpty()) {
            return Finding.good(say("the stage sets what is yours to choose"));
        }
        String found = plural(
                left.size(),
                "%d parameter is still the template's example: %s",
                "%d parameters are still the template's examples: %s",
                String.join(", ", left));
        return "COMPLIANCE".equals(stage.parameters().get("InvoiceLock"))
                ? Finding.bad(
                        found,
                        say(
                                "Set them in %s first: with InvoiceLock=COMPLIANCE nobody can delete an invoice that is wrong.",
                                "infrastructure/samconfig.toml"))
                : Finding.optional(
                        found, say("Set them in %s before real orders come.", "infrastructure/samconfig.toml"));
    }

    Finding template(TemplateCheck check) {
        return switch (check.outcome()) {
            case GOOD -> Finding.good(say("the template's checks find nothing"));
            case FOUND ->
                Finding.bad(
                        plural(
                                check.lines().size(),
                                "the template's checks find %d thing",
                                "the template's checks find %d things"),
                        String.join("\n      ", check.lines()));
            case NOT_RUN ->
                Finding.bad(say("the template's checks cannot be run"), String.join("\n      ", check.lines()));
        };
    }
}

package dev.encargo.rules;

import static dev.encargo.rules.Deployed.at;
import static dev.encargo.rules.Deployed.changed;
import static dev.encargo.rules.Deployed.fails;
import static dev.encargo.rules.Deployed.holds;
import static dev.encargo.rules.Deployed.prod;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every function has in what every stage deploys.
class DeployedFunctionsTest {

    private static final String COMMAND = "function.ReadOrderFunction::handleRequest";
    private static final String OTHER_COMMAND = "function.ListOrdersFunction::handleRequest";

    @TempDir
    Path scratch;

    @Test
    void every_function_has_a_memory_size_and_a_timeout() {
        holds(FunctionRules::everyFunctionHasAMemorySizeAndATimeout);
        for (String property : Set.of("MemorySize", "Timeout")) {
            fails(
                    FunctionRules::everyFunctionHasAMemorySizeAndATimeout,
                    changed("TakePaymentFunction", at("/Properties", function -> function.remove(property))),
                    "TakePaymentFunction");
        }
    }

    @Test
    void every_function_writes_to_a_log_group_that_forgets() {
        holds(FunctionRules::everyFunctionWritesToALogGroupThatForgets);
        fails(
                FunctionRules::everyFunctionWritesToALogGroupThatForgets,
                changed("TakePaymentLogs", at("/Properties", group -> group.remove("RetentionInDays"))),
                "TakePaymentFunction");
        fails(
                FunctionRules::everyFunctionWritesToALogGroupThatForgets,
                changed("TakePaymentFunction", at("/Properties", function -> function.remove("LoggingConfig"))),
                "TakePaymentFunction");
    }

    @Test
    void every_function_is_one_image_by_digest() {
        holds(FunctionRules::everyFunctionIsOneImageByDigest);
        fails(
                FunctionRules::everyFunctionIsOneImageByDigest,
                changed(
                        "TakePaymentFunction",
                        at("/Properties/Code", code -> code.put("ImageUri", "repository/encargo:latest"))),
                "TakePaymentFunction");
    }

    @Test
    void every_function_has_a_version_behind_the_alias_live() {
        holds(FunctionRules::everyFunctionHasAVersionAndAnAlias);
        fails(
                FunctionRules::everyFunctionHasAVersionAndAnAlias,
                prod().without("TakePaymentFunctionAliaslive"),
                "TakePaymentFunction");
    }

    /// All functions are one image: where only the command changes, nothing else says that the function did.
    @Test
    void a_change_of_the_command_alone_publishes_a_version() {
        Path changed = Infrastructure.damaged(scratch, "template.yaml", COMMAND, OTHER_COMMAND);
        assertThat(versions(changed)).doesNotContain(version(Infrastructure.FOLDER));

        Path forgetful =
                Infrastructure.damaged(scratch, "template.yaml", "    AutoPublishAliasAllProperties: true\n", "");
        Path unnoticed = Infrastructure.damaged(forgetful, scratch, "template.yaml", COMMAND, OTHER_COMMAND);
        assertThat(versions(unnoticed)).contains(version(forgetful));
    }

    private String version(Path folder) {
        return versions(folder).stream()
                .filter(id -> id.startsWith("ReadOrderFunctionVersion"))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> versions(Path folder) {
        return Translation.of(folder, "dev", scratch.resolve("translated"))
                .all("AWS::Lambda::Version")
                .keySet();
    }

    @Test
    void every_function_has_a_role_of_its_own_in_the_template() {
        holds(FunctionRules::everyFunctionHasARoleOfItsOwn);
        fails(
                FunctionRules::everyFunctionHasARoleOfItsOwn,
                changed(
                        "TakePaymentFunction",
                        at(
                                "/Properties/Role",
                                role -> role.withArray("Fn::GetAtt").set(0, role.textNode("SettlePaymentRole")))),
                "TakePaymentFunction");
    }

    @Test
    void no_role_has_a_policy_of_aws() {
        holds(FunctionRules::noRoleHasAPolicyOfAws);
        fails(
                FunctionRules::noRoleHasAPolicyOfAws,
                changed(
                        "TakePaymentRole",
                        at(
                                "/Properties",
                                role -> role.putArray("ManagedPolicyArns")
                                        .add("arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"))),
                "TakePaymentRole");
    }

    @Test
    void everybody_calls_a_function_by_its_alias() {
        holds(FunctionRules::everybodyCallsAFunctionByItsAlias);
        fails(
                FunctionRules::everybodyCallsAFunctionByItsAlias,
                changed(
                        "RelayEffectsFunctionEveryMinute",
                        at(
                                "/Properties/Target",
                                target -> target.putObject("Arn")
                                        .putArray("Fn::GetAtt")
                                        .add("RelayEffectsFunction")
                                        .add("Arn"))),
                "RelayEffectsFunctionEveryMinute");
        fails(
                FunctionRules::everybodyCallsAFunctionByItsAlias,
                changed(
                        "PaymentWebhookRotation",
                        at(
                                "/Properties",
                                rotation -> rotation.putObject("RotationLambdaARN")
                                        .putArray("Fn::GetAtt")
                                        .add("RotateWebhookSecretFunction")
                                        .add("Arn"))),
                "PaymentWebhookRotation");
    }

    @Test
    void every_function_is_told_of_one_store_and_is_where_that_is() {
        holds(FunctionRules::everyFunctionIsToldOfOneStore);
        String variables = "/Properties/Environment/Variables";
        fails(
                FunctionRules::everyFunctionIsToldOfOneStore,
                changed("ReadOrderFunction", at(variables, told -> told.remove("TABLE_NAME"))),
                "ReadOrderFunction");
        fails(
                FunctionRules::everyFunctionIsToldOfOneStore,
                Translation.of("documentdb")
                        .with("ReadOrderFunction", at("/Properties", function -> function.remove("VpcConfig"))),
                "ReadOrderFunction");
    }

    @Test
    void every_function_that_asks_documentdb_knows_its_authorities_from_the_image() throws IOException {
        String image = Files.readString(Infrastructure.FOLDER.resolve("image/Dockerfile"));
        holds(translation -> FunctionRules.everyFunctionThatAsksDocumentDbKnowsItsAuthorities(translation, image));
        String variables = "/Properties/Environment/Variables";
        Translation documentDb = Translation.of("documentdb");
        fails(
                translation -> FunctionRules.everyFunctionThatAsksDocumentDbKnowsItsAuthorities(translation, image),
                documentDb.with("ReadOrderFunction", at(variables, told -> told.remove("MONGODB_CA"))),
                "ReadOrderFunction");
        fails(
                translation -> FunctionRules.everyFunctionThatAsksDocumentDbKnowsItsAuthorities(translation, image),
                prod().with("ReadOrderFunction", at(variables, told -> told.put("MONGODB_CA", "/opt/ca.pem"))),
                "ReadOrderFunction");
        fails(
                translation ->
                        FunctionRules.everyFunctionThatAsksDocumentDbKnowsItsAuthorities(translation, "FROM scratch\n"),
                documentDb,
                "ReadOrderFunction");
    }

    @Test
    void every_function_may_ask_its_store() {
        holds(FunctionRules::everyFunctionThatKnowsAStoreMayAskIt);
        for (String store : Set.of("prod", "documentdb", "atlas")) {
            fails(
                    FunctionRules::everyFunctionThatKnowsAStoreMayAskIt,
                    Translation.of(store)
                            .with("ReadOrderRole", at("/Properties", role -> role.remove("ManagedPolicyArns"))),
                    "ReadOrderFunction");
        }
    }
}

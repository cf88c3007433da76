package dev.encargo.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What every deployed function has. Each rule gives the sentences of its violations.
final class FunctionRules {

    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final Pattern DIGEST = Pattern.compile(".+@sha256:[0-9a-f]{64}");

    private FunctionRules() {}

    static List<String> everyFunctionHasAMemorySizeAndATimeout(Translation translation) {
        return violations(
                translation,
                (_, function) -> function.has("MemorySize") && function.has("Timeout"),
                "has no memory size or no timeout of its own");
    }

    static List<String> everyFunctionWritesToALogGroupThatForgets(Translation translation) {
        return violations(
                translation,
                (_, function) -> translation
                        .target(function.at("/LoggingConfig/LogGroup"), "AWS::Logs::LogGroup")
                        .map(translation::properties)
                        .filter(group -> group.has("RetentionInDays"))
                        .isPresent(),
                "does not write to a log group with retention");
    }

    static List<String> everyFunctionIsOneImageByDigest(Translation translation) {
        return violations(
                translation,
                (_, function) ->
                        DIGEST.matcher(function.at("/Code/ImageUri").asText()).matches(),
                "is not an image by digest: a moved tag is no change");
    }

    static List<String> everyFunctionHasAVersionAndAnAlias(Translation translation) {
        return violations(
                translation,
                (id, _) -> translation.all("AWS::Lambda::Alias").values().stream()
                        .map(alias -> alias.path("Properties"))
                        .filter(alias -> alias.path("Name").asText().equals("live"))
                        .filter(alias -> translation
                                .target(alias.path("FunctionName"), FUNCTION)
                                .filter(id::equals)
                                .isPresent())
                        .anyMatch(alias -> translation
                                .target(alias.path("FunctionVersion"), "AWS::Lambda::Version")
                                .isPresent()),
                "has no version behind an alias live");
    }

    /// SAM makes a role where a function names none, with managed policies and templates of policies.
    static List<String> everyFunctionHasARoleOfItsOwn(Translation translation) {
        return violations(
                translation,
                (id, function) -> translation
                        .target(function.path("Role"), "AWS::IAM::Role")
                        .filter(role -> role.equals(id.replaceFirst("Function$", "Role")))
                        .isPresent(),
                "has no role of its own in the template");
    }

    static List<String> noRoleHasAPolicyOfAws(Translation translation) {
        return translation.all("AWS::IAM::Role").entrySet().stream()
                .filter(role -> Grants.items(role.getValue().at("/Properties/ManagedPolicyArns"))
                        .anyMatch(policy -> translation
                                .target(policy, "AWS::IAM::ManagedPolicy")
                                .isEmpty()))
                .map(role -> role.getKey() + " has a policy that AWS may change")
                .toList();
    }

    /// The platform takes MongoDB where it is named, else the table: a function must be told of one store alone.
    static List<String> everyFunctionIsToldOfOneStore(Translation translation) {
        return violations(
                translation,
                (_, function) -> {
                    JsonNode told = function.at("/Environment/Variables");
                    return told.has("TABLE_NAME") != told.has("SECRET_DOCUMENTS")
                            && told.has("MONGODB_URI") == function.has("VpcConfig");
                },
                "is told of no store, or of two, or is not where its store is");
    }

    /// DocumentDB is known by authorities of its own, which no other store has.
    static List<String> everyFunctionThatAsksDocumentDbKnowsItsAuthorities(Translation translation, String dockerfile) {
        return violations(
                translation,
                (_, function) -> {
                    JsonNode told = function.at("/Environment/Variables");
                    return told.has("MONGODB_URI")
                            ? told.has("MONGODB_CA")
                                    && dockerfile.contains(
                                            " " + told.path("MONGODB_CA").asText() + "\n")
                            : !told.has("MONGODB_CA");
                },
                "does not know the authorities of its store, or the image does not hold them");
    }

    static List<String> everyFunctionThatKnowsAStoreMayAskIt(Translation translation) {
        return violations(
                translation,
                (_, function) -> {
                    Grants role = Grants.ofRole(translation, function.path("Role"));
                    return translation.all("AWS::DynamoDB::Table").isEmpty()
                            ? role.statements().stream()
                                    .anyMatch(statement ->
                                            statement.path("Action").asText().equals("secretsmanager:GetSecretValue")
                                                    && statement
                                                            .path("Resource")
                                                            .equals(function.at(
                                                                    "/Environment/Variables/SECRET_DOCUMENTS")))
                            : role.allow("dynamodb:GetItem", "DocumentsTable");
                },
                "may not ask its store");
    }

    /// A canary moves the alias; whoever calls the function past it never meets the canary.
    static List<String> everybodyCallsAFunctionByItsAlias(Translation translation) {
        return Stream.of(
                        "AWS::Lambda::EventSourceMapping",
                        "AWS::Scheduler::Schedule",
                        "AWS::SecretsManager::RotationSchedule")
                .flatMap(type -> translation.all(type).entrySet().stream())
                .filter(caller -> translation
                        .target(called(caller.getValue().path("Properties")), FUNCTION)
                        .isPresent())
                .map(caller -> caller.getKey() + " calls a function past its alias")
                .toList();
    }

    private static JsonNode called(JsonNode caller) {
        return Stream.of(caller.at("/Target/Arn"), caller.path("RotationLambdaARN"), caller.path("FunctionName"))
                .filter(named -> !named.isMissingNode())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> violations(
            Translation translation, BiPredicate<String, JsonNode> holds, String sentence) {
        return translation.all(FUNCTION).entrySet().stream()
                .filter(function ->
                        !holds.test(function.getKey(), function.getValue().path("Properties")))
                .map(function -> function.getKey() + " " + sentence)
                .toList();
    }
}

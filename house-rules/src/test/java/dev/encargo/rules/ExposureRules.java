package dev.encargo.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who may reach what, in what is deployed. Each rule gives the sentences of its violations.
final class ExposureRules {

    private static final String BUCKET = "AWS::S3::Bucket";

    /// Actions for which IAM knows no resource, or only ones whose name is not known before.
    private static final Set<String> WITHOUT_RESOURCE = Set.of(
            "xray:PutTraceSegments",
            "xray:PutTelemetryRecords",
            "secretsmanager:GetRandomPassword",
            "states:SendTaskSuccess",
            "states:SendTaskFailure",
            "logs:CreateLogDelivery",
            "logs:GetLogDelivery",
            "logs:UpdateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutResourcePolicy",
            "logs:DescribeResourcePolicies",
            "logs:DescribeLogGroups",
            "ec2:CreateNetworkInterface",
            "ec2:DeleteNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSubnets",
            "ec2:AssignPrivateIpAddresses",
            "ec2:UnassignPrivateIpAddresses");

    private static final List<String> ROTATING = List.of(
            "secretsmanager:DescribeSecret",
            "secretsmanager:GetSecretValue",
            "secretsmanager:PutSecretValue",
            "secretsmanager:UpdateSecretVersionStage");

    private ExposureRules() {}

    static List<String> noBucketCanBecomePublic(Translation translation) {
        return buckets(translation)
                .filter(bucket -> Stream.of(
                                "BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")
                        .anyMatch(block -> !bucket.getValue()
                                .at("/Properties/PublicAccessBlockConfiguration")
                                .path(block)
                                .asBoolean()))
                .map(bucket -> bucket.getKey() + " can become public")
                .toList();
    }

    static List<String> everyBucketRefusesWhatIsNotEncryptedOnItsWay(Translation translation) {
        return buckets(translation)
                .filter(
                        bucket -> Grants.onResource(translation, "AWS::S3::BucketPolicy", "Bucket", bucket.getKey())
                                .statements()
                                .stream()
                                .noneMatch(ExposureRules::refusesPlainText))
                .map(bucket -> bucket.getKey() + " takes and gives without TLS")
                .toList();
    }

    private static boolean refusesPlainText(JsonNode statement) {
        return statement.path("Effect").asText().equals("Deny")
                && statement.path("Principal").asText().equals("*")
                && statement.path("Action").asText().equals("s3:*")
                && statement.path("Resource").size() == 2
                && statement
                        .at("/Condition/Bool")
                        .path("aws:SecureTransport")
                        .asText()
                        .equals("false");
    }

    static List<String> everyBucketIsEncryptedAndKeepsVersions(Translation translation) {
        return buckets(translation)
                .filter(bucket -> !bucket.getValue().at("/Properties").has("BucketEncryption")
                        || !bucket.getValue()
                                .at("/Properties/VersioningConfiguration/Status")
                                .asText()
                                .equals("Enabled"))
                .map(bucket -> bucket.getKey() + " is not encrypted, or loses what is overwritten")
                .toList();
    }

    private static Stream<Map.Entry<String, JsonNode>> buckets(Translation translation) {
        return translation.all(BUCKET).entrySet().stream();
    }

    static List<String> nobodyIsAllowedWithoutBeingNamed(Translation translation) {
        List<String> found = new ArrayList<>();
        translation
                .resources()
                .forEach((id, resource) -> resource.findValues("Statement").stream()
                        .flatMap(Grants::items)
                        .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                        .filter(statement -> !statement.has("Condition"))
                        .filter(statement -> everybody(statement.path("Principal")))
                        .forEach(_ -> found.add(id + " allows everybody")));
        return found;
    }

    private static boolean everybody(JsonNode principal) {
        return principal.asText().equals("*")
                || Grants.items(principal.path("AWS"))
                        .anyMatch(one -> one.asText().equals("*"));
    }

    static List<String> everyRoleNamesWhatItMayTouch(Translation translation) {
        List<String> found = new ArrayList<>();
        translation
                .all("AWS::IAM::Role")
                .forEach((id, _) -> Grants.ofRole(translation, id).statements().stream()
                        .filter(statement -> Grants.items(statement.path("Resource"))
                                .anyMatch(resource -> resource.asText().equals("*")))
                        .flatMap(statement -> Grants.items(statement.path("Action")))
                        .map(JsonNode::asText)
                        .filter(action -> !WITHOUT_RESOURCE.contains(action))
                        .forEach(action -> found.add(id + " may " + action + " everything")));
        return found;
    }

    /// Who may not list a bucket is told 403, not 404, of a key that it does not have.
    static List<String> everyReaderOfABucketIsToldWhatItDoesNotHave(Translation translation) {
        List<String> found = new ArrayList<>();
        translation.all("AWS::IAM::Role").keySet().forEach(id -> {
            Grants role = Grants.ofRole(translation, id);
            Set<String> listed = role.resourcesOf("s3:ListBucket").collect(Collectors.toSet());
            role.resourcesOf("s3:GetObject")
                    .map(objects -> objects.replaceFirst("/.*", ""))
                    .distinct()
                    .filter(bucket -> !listed.contains(bucket))
                    .forEach(bucket -> found.add(id + " reads from " + bucket + " and may not list it"));
        });
        return found;
    }

    /// Who may not be rotated says why, where it is declared.
    static List<String> everySecretIsRotatedOrSaysWhyNot(Translation translation) {
        return translation.all("AWS::SecretsManager::Secret").entrySet().stream()
                .filter(secret ->
                        secret.getValue().at("/Metadata/NotRotated").asText().isBlank())
                .filter(secret -> rotations(translation)
                        .noneMatch(rotation -> Translation.id(rotation.path("SecretId"))
                                .filter(secret.getKey()::equals)
                                .isPresent()))
                .map(secret -> secret.getKey() + " is not rotated and does not say why")
                .toList();
    }

    /// At once would be before anybody has told the outside party the first value.
    static List<String> everyRotationMayBeDone(Translation translation) {
        List<String> found = new ArrayList<>();
        translation.all("AWS::SecretsManager::RotationSchedule").forEach((id, declared) -> {
            JsonNode rotation = declared.path("Properties");
            JsonNode alias = rotation.path("RotationLambdaARN");
            if (rotation.path("RotateImmediatelyOnUpdate").asBoolean(true)) {
                found.add(id + " rotates while it is deployed");
            }
            if (!mayBeCalled(translation, alias)) {
                found.add(id + " may not call its function, or others may");
            }
            Optional<String> secret = Translation.id(rotation.path("SecretId"));
            Optional<Grants> role =
                    translation.functionOf(alias).map(function -> Grants.ofRole(translation, function.path("Role")));
            for (String action : ROTATING) {
                if (secret.isEmpty()
                        || role.filter(may -> may.allow(action, secret.get())).isEmpty()) {
                    found.add(id + ": its function may not " + action);
                }
            }
        });
        return found;
    }

    private static boolean mayBeCalled(Translation translation, JsonNode alias) {
        return translation.all("AWS::Lambda::Permission").values().stream()
                .map(permission -> permission.path("Properties"))
                .filter(permission ->
                        Translation.id(permission.path("FunctionName")).equals(Translation.id(alias)))
                .filter(permission -> permission.path("Principal").asText().equals("secretsmanager.amazonaws.com"))
                .anyMatch(permission ->
                        permission.at("/SourceAccount/Ref").asText().equals("AWS::AccountId"));
    }

    private static Stream<JsonNode> rotations(Translation translation) {
        return translation.all("AWS::SecretsManager::RotationSchedule").values().stream()
                .map(rotation -> rotation.path("Properties"));
    }

    static List<String> everyQueueIsEncrypted(Translation translation) {
        return translation.all("AWS::SQS::Queue").entrySet().stream()
                .filter(queue ->
                        !queue.getValue().at("/Properties/SqsManagedSseEnabled").asBoolean())
                .map(queue ->
                        queue.getKey() + " is not encrypted with the key of SQS: another may shut out EventBridge")
                .toList();
    }

    /// A database or warehouse is reached through its network alone.
    static List<String> nothingListensToTheWorld(Translation translation) {
        List<String> found = new ArrayList<>();
        translation.resources().forEach((id, resource) -> {
            JsonNode properties = resource.path("Properties");
            if (properties.path("PubliclyAccessible").asBoolean()
                    || Grants.items(properties.path("SecurityGroupIngress"))
                            .anyMatch(way -> way.path("CidrIp").asText().endsWith("/0"))
                    || properties.path("AuthType").asText().equals("NONE")) {
                found.add(id + " listens to the world");
            }
        });
        return found;
    }
}

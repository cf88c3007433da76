package dev.encargo.rules;

import static dev.encargo.rules.Deployed.at;
import static dev.encargo.rules.Deployed.changed;
import static dev.encargo.rules.Deployed.fails;
import static dev.encargo.rules.Deployed.holds;
import static dev.encargo.rules.Deployed.prod;

import com.fasterxml.jackson.databind.node.ArrayNode;
import org.junit.jupiter.api.Test;

/// Who may reach what, in what every stage deploys.
class ExposureTest {

    @Test
    void no_bucket_can_become_public() {
        holds(ExposureRules::noBucketCanBecomePublic);
        fails(
                ExposureRules::noBucketCanBecomePublic,
                changed(
                        "InvoiceBucket",
                        at("/Properties/PublicAccessBlockConfiguration", block -> block.put("BlockPublicAcls", false))),
                "InvoiceBucket can become public");
    }

    @Test
    void every_bucket_refuses_what_is_not_encrypted_on_its_way() {
        holds(ExposureRules::everyBucketRefusesWhatIsNotEncryptedOnItsWay);
        fails(
                ExposureRules::everyBucketRefusesWhatIsNotEncryptedOnItsWay,
                prod().without("LakeBucketPolicy"),
                "LakeBucket takes and gives without TLS");
        fails(
                ExposureRules::everyBucketRefusesWhatIsNotEncryptedOnItsWay,
                changed(
                        "LakeBucketPolicy",
                        at(
                                "/Properties/PolicyDocument/Statement/0/Condition/Bool",
                                only -> only.put("aws:SecureTransport", "true"))),
                "LakeBucket takes and gives without TLS");
    }

    @Test
    void every_bucket_is_encrypted_and_keeps_versions() {
        holds(ExposureRules::everyBucketIsEncryptedAndKeepsVersions);
        for (String property : new String[] {"BucketEncryption", "VersioningConfiguration"}) {
            fails(
                    ExposureRules::everyBucketIsEncryptedAndKeepsVersions,
                    changed("LakeBucket", at("/Properties", bucket -> bucket.remove(property))),
                    "LakeBucket");
        }
    }

    @Test
    void every_queue_is_encrypted_with_a_key_that_event_bridge_may_use() {
        holds(ExposureRules::everyQueueIsEncrypted);
        fails(
                ExposureRules::everyQueueIsEncrypted,
                changed("OrderFacts", at("/Properties", queue -> queue.remove("SqsManagedSseEnabled"))),
                "OrderFacts");
    }

    @Test
    void nobody_is_allowed_anything_without_being_named() {
        holds(ExposureRules::nobodyIsAllowedWithoutBeingNamed);
        fails(
                ExposureRules::nobodyIsAllowedWithoutBeingNamed,
                changed("OrderFactsPolicy", at("/Properties/PolicyDocument/Statement/0", statement -> {
                    statement.remove("Condition");
                    statement.put("Principal", "*");
                })),
                "OrderFactsPolicy allows everybody");
        fails(
                ExposureRules::nobodyIsAllowedWithoutBeingNamed,
                changed(
                        "TakePaymentRole",
                        at(
                                "/Properties/AssumeRolePolicyDocument/Statement/0",
                                statement -> statement.putObject("Principal").put("AWS", "*"))),
                "TakePaymentRole allows everybody");
    }

    @Test
    void every_role_names_what_it_may_touch() {
        holds(ExposureRules::everyRoleNamesWhatItMayTouch);
        fails(
                ExposureRules::everyRoleNamesWhatItMayTouch,
                changed(
                        "ReadInvoiceRole",
                        at(
                                "/Properties/Policies/0/PolicyDocument/Statement/2",
                                statement ->
                                        statement.put("Action", "s3:GetObject").put("Resource", "*"))),
                "ReadInvoiceRole may s3:GetObject everything");
    }

    @Test
    void whoever_reads_from_a_bucket_is_told_what_it_does_not_have() {
        holds(ExposureRules::everyReaderOfABucketIsToldWhatItDoesNotHave);
        String list = "/Properties/Policies/0/PolicyDocument/Statement/3";
        fails(
                ExposureRules::everyReaderOfABucketIsToldWhatItDoesNotHave,
                changed("ReadInvoiceRole", at(list, statement -> statement.put("Action", "s3:GetBucketLocation"))),
                "ReadInvoiceRole reads from ${InvoiceBucket.Arn} and may not list it");
        fails(
                ExposureRules::everyReaderOfABucketIsToldWhatItDoesNotHave,
                changed(
                        "ReadInvoiceRole",
                        at(list, statement -> statement.putObject("Resource").put("Fn::Sub", "${LakeBucket.Arn}"))),
                "ReadInvoiceRole reads from ${InvoiceBucket.Arn} and may not list it");
    }

    @Test
    void every_secret_is_rotated_or_says_why_not() {
        holds(ExposureRules::everySecretIsRotatedOrSaysWhyNot);
        fails(
                ExposureRules::everySecretIsRotatedOrSaysWhyNot,
                prod().without("PaymentWebhookRotation"),
                "PaymentWebhookSecret is not rotated and does not say why");
        fails(
                ExposureRules::everySecretIsRotatedOrSaysWhyNot,
                changed("IdempotencySalt", secret -> secret.remove("Metadata")),
                "IdempotencySalt is not rotated and does not say why");
    }

    @Test
    void every_rotation_may_be_done_by_its_function_and_not_at_once() {
        holds(ExposureRules::everyRotationMayBeDone);
        fails(
                ExposureRules::everyRotationMayBeDone,
                changed(
                        "InventoryWebhookRotation",
                        at("/Properties", rotation -> rotation.remove("RotateImmediatelyOnUpdate"))),
                "InventoryWebhookRotation rotates while it is deployed");
        fails(
                ExposureRules::everyRotationMayBeDone,
                changed(
                        "RotateWebhookSecretPermission",
                        at("/Properties", permission -> permission.remove("SourceAccount"))),
                "PaymentWebhookRotation may not call its function, or others may");
        fails(
                ExposureRules::everyRotationMayBeDone,
                changed(
                        "RotateWebhookSecretRole",
                        at(
                                "/Properties/Policies/0/PolicyDocument/Statement/3",
                                statement -> ((ArrayNode) statement.path("Resource")).remove(1))),
                "InventoryWebhookRotation: its function may not secretsmanager:PutSecretValue");
    }

    @Test
    void nothing_listens_to_the_world() {
        holds(ExposureRules::nothingListensToTheWorld);
        fails(
                ExposureRules::nothingListensToTheWorld,
                prod().and(
                                "Url",
                                "{'Type': 'AWS::Lambda::Url', 'Properties': {'AuthType': 'NONE', 'TargetFunctionArn': 'x'}}"),
                "Url listens to the world");
        fails(
                ExposureRules::nothingListensToTheWorld,
                prod().and(
                                "Open",
                                "{'Type': 'AWS::EC2::SecurityGroup', 'Properties': {'SecurityGroupIngress': [{'CidrIp': '0.0.0.0/0'}]}}"),
                "Open listens to the world");
    }
}

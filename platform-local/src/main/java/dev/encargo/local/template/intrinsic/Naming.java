package dev.encargo.local.template.intrinsic;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// How a resource type names its resources, and what `Ref` and each `Fn::GetAtt` of it give.
/// In a pattern `{name}` is the physical name; a name that is not given is made of stack and logical id.
record Naming(String nameProperty, String ref, Map<String, String> patterns) {

    private static final Map<String, Naming> KNOWN = Map.ofEntries(
            type(
                    "AWS::Serverless::Function",
                    "FunctionName",
                    "{name}",
                    Map.of("Arn", arn("lambda", "function:{name}"))),
            type("AWS::Lambda::EventSourceMapping", "", "{id}", Map.of("Id", "{id}")),
            type(
                    "AWS::Serverless::StateMachine",
                    "Name",
                    arn("states", "stateMachine:{name}"),
                    Map.of("Arn", arn("states", "stateMachine:{name}"), "Name", "{name}")),
            type("AWS::Serverless::Api", "", "{id}", Map.of("RootResourceId", "root")),
            type(
                    "AWS::SQS::Queue",
                    "QueueName",
                    "http://127.0.0.1:{port}/_queues/{name}",
                    Map.of(
                            "Arn",
                            arn("sqs", "{name}"),
                            "QueueName",
                            "{name}",
                            "QueueUrl",
                            "http://127.0.0.1:{port}/_queues/{name}")),
            type(
                    "AWS::SNS::Topic",
                    "TopicName",
                    arn("sns", "{name}"),
                    Map.of("TopicArn", arn("sns", "{name}"), "TopicName", "{name}")),
            type("AWS::SNS::Subscription", "", arn("sns", "{id}"), Map.of("Arn", arn("sns", "{id}"))),
            type(
                    "AWS::Events::EventBus",
                    "Name",
                    "{name}",
                    Map.of("Arn", arn("events", "event-bus/{name}"), "Name", "{name}")),
            type("AWS::Events::Rule", "Name", "{bus}{name}", Map.of("Arn", arn("events", "rule/{bus}{name}"))),
            type(
                    "AWS::Scheduler::Schedule",
                    "Name",
                    "{name}",
                    Map.of("Arn", arn("scheduler", "schedule/default/{name}"))),
            type(
                    "AWS::S3::Bucket",
                    "BucketName",
                    "{name}",
                    Map.of(
                            "Arn",
                            "arn:{partition}:s3:::{name}",
                            "DomainName",
                            "{name}.s3.amazonaws.com",
                            "RegionalDomainName",
                            "{name}.s3.{region}.amazonaws.com")),
            type(
                    "AWS::KinesisFirehose::DeliveryStream",
                    "DeliveryStreamName",
                    "{name}",
                    Map.of("Arn", arn("firehose", "deliverystream/{name}"))),
            type("AWS::DynamoDB::Table", "TableName", "{name}", Map.of("Arn", arn("dynamodb", "table/{name}"))),
            type("AWS::SSM::Parameter", "Name", "{name}", Map.of("Value", "{value}", "Type", "String")),
            type(
                    "AWS::SecretsManager::Secret",
                    "Name",
                    arn("secretsmanager", "secret:{name}-000000"),
                    Map.of("Id", arn("secretsmanager", "secret:{name}-000000"))),
            type(
                    "AWS::IAM::Role",
                    "RoleName",
                    "{name}",
                    Map.of("Arn", "arn:{partition}:iam::{account}:role/{name}", "RoleId", "{id}")),
            type(
                    "AWS::IAM::ManagedPolicy",
                    "ManagedPolicyName",
                    "arn:{partition}:iam::{account}:policy/{name}",
                    Map.of()),
            type("AWS::Logs::LogGroup", "LogGroupName", "{name}", Map.of("Arn", arn("logs", "log-group:{name}:*"))),
            type("AWS::Logs::LogStream", "LogStreamName", "{name}", Map.of()),
            type("AWS::SES::EmailIdentity", "EmailIdentity", "{name}", Map.of()),
            type("AWS::CloudWatch::Alarm", "AlarmName", "{name}", Map.of("Arn", arn("cloudwatch", "alarm:{name}"))),
            type("AWS::KMS::Key", "", "{id}", Map.of("Arn", arn("kms", "key/{id}"), "KeyId", "{id}")));

    private static final Naming PLAIN = new Naming("Name", "{name}", Map.of());

    static Naming of(String type) {
        return KNOWN.getOrDefault(type, PLAIN);
    }

    Optional<String> attribute(String name) {
        return Optional.ofNullable(patterns.get(name));
    }

    Set<String> attributes() {
        return new TreeSet<>(patterns.keySet());
    }

    String madeName(String stack, String id) {
        boolean bucket = patterns.containsKey("RegionalDomainName");
        return bucket ? (stack + "-" + id).toLowerCase(Locale.ROOT) : stack + "-" + id;
    }

    private static Map.Entry<String, Naming> type(
            String type, String nameProperty, String ref, Map<String, String> patterns) {
        return Map.entry(type, new Naming(nameProperty, ref, patterns));
    }

    private static String arn(String service, String rest) {
        return "arn:{partition}:" + service + ":{region}:{account}:" + rest;
    }
}

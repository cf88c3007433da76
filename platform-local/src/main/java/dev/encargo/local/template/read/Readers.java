package dev.encargo.local.template.read;

import dev.encargo.local.template.intrinsic.Evaluator;
import dev.encargo.local.template.model.Stack;
import java.util.List;
import java.util.Map;

/// Which reader understands which resource type. Types without one have no part in how the host behaves.
public final class Readers {

    private static final Map<String, TypeReader> BY_TYPE = Map.ofEntries(
            Map.entry("AWS::Serverless::Function", FunctionReader::read),
            Map.entry("AWS::Lambda::EventSourceMapping", EventSources::readResource),
            Map.entry("AWS::Serverless::StateMachine", StateMachineReader::read),
            Map.entry("AWS::Serverless::Api", ApiReader::read),
            Map.entry("AWS::SQS::Queue", QueueReader::read),
            Map.entry("AWS::SQS::QueuePolicy", Policies::readQueuePolicy),
            Map.entry("AWS::SNS::Topic", TopicReader::read),
            Map.entry("AWS::SNS::Subscription", TopicReader::readSubscription),
            Map.entry("AWS::SNS::TopicPolicy", Policies::readTopicPolicy),
            Map.entry("AWS::Events::EventBus", RuleReader::readBus),
            Map.entry("AWS::Events::Rule", RuleReader::read),
            Map.entry("AWS::Scheduler::Schedule", Schedules::readResource),
            Map.entry("AWS::S3::Bucket", StorageReader::readBucket),
            Map.entry("AWS::KinesisFirehose::DeliveryStream", StreamReader::read),
            Map.entry("AWS::DynamoDB::Table", StorageReader::readTable),
            Map.entry("AWS::SSM::Parameter", SettingsReader::readParameter),
            Map.entry("AWS::SecretsManager::Secret", SettingsReader::readSecret),
            Map.entry("AWS::IAM::Role", Policies::readRole),
            Map.entry("AWS::IAM::ManagedPolicy", Policies::readManagedPolicy));

    private Readers() {}

    public static Stack read(List<Resolved> resources, Evaluator evaluator) {
        Draft draft = new Draft(evaluator);
        for (Resolved resource : resources) {
            TypeReader reader = BY_TYPE.get(resource.declared().type());
            if (reader != null) {
                reader.read(resource, draft);
            }
        }
        return draft.finish();
    }
}

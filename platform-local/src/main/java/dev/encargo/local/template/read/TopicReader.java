package dev.encargo.local.template.read;

import dev.encargo.local.template.model.Subscription;
import dev.encargo.local.template.model.TopicResource;
import dev.encargo.local.template.source.Position;
import java.util.ArrayList;
import java.util.List;

/// `AWS::SNS::Topic` and `AWS::SNS::Subscription`.
final class TopicReader {

    private TopicReader() {}

    static void read(Resolved resource, Draft draft) {
        Properties properties = draft.properties(resource);
        String arn = draft.arn(resource);
        List<Subscription> own = new ArrayList<>();
        for (Properties declared : properties.children("Subscription")) {
            own.add(subscription(resource.id() + "." + own.size(), arn, declared, declared.at()));
        }
        draft.add(new TopicResource(
                resource.id(),
                draft.name(resource),
                arn,
                properties.text("DisplayName").orElse(""),
                own,
                resource.at()));
    }

    static void readSubscription(Resolved resource, Draft draft) {
        Properties properties = draft.properties(resource);
        draft.add(subscription(resource.id(), properties.required("TopicArn"), properties, resource.at()));
    }

    private static Subscription subscription(String id, String topicArn, Properties declared, Position at) {
        return new Subscription(
                id,
                topicArn,
                declared.required("Protocol"),
                declared.required("Endpoint"),
                declared.flag("RawMessageDelivery", false),
                declared.json("FilterPolicy"),
                declared.text("FilterPolicyScope").map("MessageBody"::equals).orElse(false),
                declared.child("RedrivePolicy").text("deadLetterTargetArn"),
                at);
    }
}

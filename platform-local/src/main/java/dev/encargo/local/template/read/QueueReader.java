package dev.encargo.local.template.read;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.model.QueueResource;
import java.util.Optional;

/// `AWS::SQS::Queue`, with SQS's own limits and defaults.
final class QueueReader {

    private static final int FOUR_DAYS = 345_600;

    private QueueReader() {}

    static void read(Resolved resource, Draft draft) {
        Properties properties = draft.properties(resource);
        draft.add(new QueueResource(
                resource.id(),
                draft.name(resource),
                draft.arn(resource),
                draft.ref(resource),
                properties.seconds("VisibilityTimeout", 30, 0, 43_200),
                properties.seconds("MessageRetentionPeriod", FOUR_DAYS, 60, 1_209_600),
                properties.seconds("DelaySeconds", 0, 0, 900),
                properties.seconds("ReceiveMessageWaitTimeSeconds", 0, 0, 20),
                properties.number("MaximumMessageSize", 1_048_576, 1024, 1_048_576),
                redrive(properties),
                resource.at()));
    }

    private static Optional<QueueResource.Redrive> redrive(Properties properties) {
        if (!properties.has("RedrivePolicy")) {
            return Optional.empty();
        }
        Properties declared = properties.child("RedrivePolicy");
        if (!declared.has("maxReceiveCount")) {
            declared.refuse(
                    declared.at(),
                    english("The redrive policy has no maxReceiveCount"),
                    english("It says after how many receives a message is dead"));
        }
        return Optional.of(new QueueResource.Redrive(
                declared.required("deadLetterTargetArn"),
                declared.number("maxReceiveCount", 1, 1, 1000),
                properties.at("RedrivePolicy")));
    }
}

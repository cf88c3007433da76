package dev.encargo.local.template.read;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.model.EventSourceMapping;
import dev.encargo.local.template.source.Position;
import java.time.Duration;

/// Queues that functions read: an `SQS` event of a function, or an `AWS::Lambda::EventSourceMapping`.
final class EventSources {

    private EventSources() {}

    static EventSourceMapping of(String id, String functionId, String queueArn, Properties declared, Position at) {
        int window = declared.number("MaximumBatchingWindowInSeconds", 0, 0, 300);
        int batch = declared.number("BatchSize", 10, 1, 10000);
        if (batch > 10 && window == 0) {
            declared.refuse(
                    declared.at("BatchSize"),
                    english("A batch of %s needs a window", batch),
                    english("Above 10 messages MaximumBatchingWindowInSeconds is at least 1"));
        }
        return new EventSourceMapping(
                id,
                functionId,
                queueArn,
                batch,
                Duration.ofSeconds(window),
                declared.child("ScalingConfig").number("MaximumConcurrency", 2, 1000),
                declared.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"),
                declared.flag("Enabled", true),
                at);
    }

    static void readResource(Resolved resource, Draft draft) {
        Properties properties = draft.properties(resource);
        EventSourceMapping mapping =
                of(resource.id(), "", properties.required("EventSourceArn"), properties, resource.at());
        draft.add(new Draft.Mapping(properties.required("FunctionName"), mapping));
    }
}

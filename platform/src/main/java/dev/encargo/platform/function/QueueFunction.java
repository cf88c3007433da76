package dev.encargo.platform.function;

import dev.encargo.platform.Platform;
import dev.encargo.platform.json.Jsons;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A function fed by a queue. A message that fails is delivered again alone, and ends in the dead-letter queue
/// after its receives are spent.
public abstract class QueueFunction extends Function<QueueEvent, QueueAnswer> {

    protected QueueFunction(Platform platform) {
        super(platform, Jsons.type(QueueEvent.class), Jsons.type(QueueAnswer.class));
    }

    /// Handles one message; an exception makes it come again.
    protected abstract void handle(QueueMessage message);

    /// Handles a batch and returns the ids of the messages that failed. Overridden where messages are better
    /// handled together.
    protected List<String> handleAll(List<QueueMessage> messages) {
        List<String> failed = new ArrayList<>();
        for (QueueMessage message : messages) {
            if (!handled(message)) {
                failed.add(message.id());
            }
        }
        return failed;
    }

    @Override
    final QueueAnswer invoke(QueueEvent event) {
        List<String> failed =
                handleAll(event.records().stream().map(QueueFunction::message).toList());
        return new QueueAnswer(failed.stream().map(QueueAnswer.Failure::new).toList());
    }

    @Override
    @Nullable
    String traceparent(QueueEvent event) {
        return null;
    }

    protected final boolean handled(QueueMessage message) {
        try {
            handle(message);
            return true;
        } catch (RuntimeException fault) {
            telemetry.error(
                    "a message failed, it will come again",
                    fault,
                    Map.of("messageId", message.id(), "receives", message.receives()));
            return false;
        }
    }

    private static QueueMessage message(QueueEvent.Item item) {
        @Nullable Map<String, String> attributes = item.attributes();
        String receives = attributes == null ? "1" : attributes.getOrDefault("ApproximateReceiveCount", "1");
        return new QueueMessage(item.messageId(), item.body(), Integer.parseInt(receives));
    }
}

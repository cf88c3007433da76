package dev.encargo.local.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.queue.Queues;
import dev.encargo.local.store.Change;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.model.Subscription;
import dev.encargo.local.template.model.TopicResource;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Topics: a published text goes to every queue that has subscribed in the template. Other protocols need a network
/// and are left out.
final class Topics {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stack stack;
    private final Queues queues;
    final AtomicLong published = new AtomicLong();

    Topics(Stack stack, Queues queues) {
        this.stack = stack;
        this.queues = queues;
    }

    Change published(String topicArn, String text, Instant at) {
        published.incrementAndGet();
        TopicResource topic = stack.topicByArn(topicArn).orElseThrow();
        Change all = Change.NOTHING;
        for (Subscription subscription : topic.subscriptions()) {
            if (subscription.protocol().equals("sqs")) {
                String body = subscription.raw() ? text : notification(topicArn, text, at);
                all = all.and(queues.byArn(subscription.endpoint())
                        .map(queue -> queue.send(body, null))
                        .orElse(Change.NOTHING));
            }
        }
        return all;
    }

    private static String notification(String topicArn, String text, Instant at) {
        ObjectNode node = JSON.createObjectNode();
        node.put("Type", "Notification");
        node.put("MessageId", UUID.randomUUID().toString());
        node.put("TopicArn", topicArn);
        node.put("Message", text);
        node.put("Timestamp", at.toString());
        return node.toString();
    }
}

package dev.encargo.local.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.delivery.Delivery;
import dev.encargo.local.host.Host;
import dev.encargo.local.http.wire.Problem;
import dev.encargo.local.queue.Attributes;
import dev.encargo.local.queue.Message;
import dev.encargo.local.queue.MessageQueue;
import dev.encargo.local.queue.Queues;
import dev.encargo.local.workflow.data.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Gives dead letters another try: a queue's own go back to the queue that they died in, an event that its target
/// refused is delivered to that target again.
final class DeadLetters {
    private static final int AT_ONCE = 10_000;

    private final Supplier<Host> host;

    DeadLetters(Supplier<Host> host) {
        this.host = host;
    }

    JsonNode redrive(Asked asked) {
        MessageQueue queue = queue(asked.text("queue"));
        int redriven = 0;
        int left = 0;
        for (Map.Entry<MessageQueue, List<Long>> back :
                bySource(queue, asked.ids()).entrySet()) {
            redriven += queue.redrive(back.getKey(), back.getValue());
        }
        for (Message message : asked(queue, asked.ids())) {
            if (again(message)) {
                redriven += queue.purge(List.of(message.id()));
            } else {
                left++;
            }
        }
        return Json.object().put("redriven", redriven).put("left", left);
    }

    private boolean again(Message message) {
        Delivery delivery = host.get().delivery();
        return delivery.bus().redeliver(message.body(), Attributes.read(message.attributes()))
                || delivery.calls().repeat(message.body());
    }

    JsonNode purge(Asked asked) {
        MessageQueue queue = queue(asked.text("queue"));
        List<Long> ids = asked(queue, asked.ids()).stream().map(Message::id).toList();
        return Json.object().put("purged", queue.purge(ids));
    }

    private Map<MessageQueue, List<Long>> bySource(MessageQueue queue, Optional<List<Long>> ids) {
        Collection<MessageQueue> sources = host.get().queues().sourcesOf(queue);
        Map<MessageQueue, List<Long>> back = new HashMap<>();
        for (Message message : asked(queue, ids)) {
            String died = Attributes.read(message.attributes()).getOrDefault("DeadLetterQueueSourceArn", "");
            sources.stream()
                    .filter(source -> source.resource().arn().equals(died))
                    .findFirst()
                    .ifPresent(source ->
                            back.computeIfAbsent(source, _ -> new ArrayList<>()).add(message.id()));
        }
        return back;
    }

    private static List<Message> asked(MessageQueue queue, Optional<List<Long>> ids) {
        return queue.peek(AT_ONCE).stream()
                .filter(message -> ids.isEmpty() || ids.get().contains(message.id()))
                .toList();
    }

    private MessageQueue queue(String name) {
        Queues queues = host.get().queues();
        MessageQueue queue = queues.byName(name)
                .or(() -> queues.byName(name + "-dlq"))
                .orElseThrow(() -> Problem.of(404, "queue-unknown", "The template has no queue " + name));
        if (!host.get().stack().deadLetterQueues().contains(queue.resource())) {
            throw Problem.of(409, "not-dead-letters", name + " is not a queue of dead letters");
        }
        return queue;
    }
}

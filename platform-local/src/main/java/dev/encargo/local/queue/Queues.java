package dev.encargo.local.queue;

import dev.encargo.local.clock.HostClock;
import dev.encargo.local.clock.Timers;
import dev.encargo.local.store.Database;
import dev.encargo.local.template.model.QueueResource;
import dev.encargo.local.template.model.Stack;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All queues of the template.
public final class Queues {
    private final Map<String, MessageQueue> byArn = new LinkedHashMap<>();
    private final Map<String, MessageQueue> byName = new LinkedHashMap<>();

    public Queues(Stack stack, Database database, HostClock clock, Timers timers) {
        for (QueueResource resource : stack.queues().values()) {
            MessageQueue queue =
                    new MessageQueue(resource, database, clock, timers, () -> deadLettersOf(resource));
            byArn.put(resource.arn(), queue);
            byName.put(resource.name(), queue);
        }
    }

    private @Nullable MessageQueue deadLettersOf(QueueResource resource) {
        return resource.redrive()
                .flatMap(redrive -> byArn(redrive.deadLetterArn()))
                .orElse(null);
    }

    public Collection<MessageQueue> all() {
        return byName.values();
    }

    public Optional<MessageQueue> byArn(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    public Optional<MessageQueue> byName(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The queue of a URL, whatever host and port it names.
    public Optional<MessageQueue> byUrl(String url) {
        return byName(url.substring(url.lastIndexOf('/') + 1));
    }

    /// The queues whose dead letters end in `queue`.
    public Collection<MessageQueue> sourcesOf(MessageQueue queue) {
        return byName.values().stream()
                .filter(source -> source.resource()
                        .redrive()
                        .filter(redrive -> redrive.deadLetterArn().equals(queue.resource().arn()))
                        .isPresent())
                .toList();
    }
}

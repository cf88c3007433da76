package dev.encargo.local.queue;

import dev.encargo.local.clock.HostClock;
import dev.encargo.local.clock.Timers;
import dev.encargo.local.store.Database;
import dev.encargo.local.template.model.QueueResource;
import dev.encargo.local.template.model.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// All queues of the template.
public final class Queues implements AutoCloseable {
    private static final String INTERRUPTED = "the host ended while the message was handled";

    private static final Duration SWEEP = Duration.ofHours(1);

    private final Receipts receipts;
    private final Timers timers;
    private final Map<String, MessageQueue> byArn = new LinkedHashMap<>();
    private final Map<String, MessageQueue> byName = new LinkedHashMap<>();

    /// `receives` is a file for the receives that are in no row.
    public Queues(Stack stack, Database database, HostClock clock, Timers timers, Path receives) {
        this.receipts = Receipts.in(receives);
        this.timers = timers;
        recover(database);
        for (QueueResource resource : stack.queues().values()) {
            MessageQueue queue =
                    new MessageQueue(resource, database, clock, timers, receipts, () -> deadLettersOf(resource));
            byArn.put(resource.arn(), queue);
            byName.put(resource.name(), queue);
        }
    }

    /// Deletes from now on, every hour, what is older than its queue keeps messages.
    public void start() {
        timers.after(SWEEP, () -> {
            all().forEach(MessageQueue::expire);
            start();
        });
    }

    /// Counts the receives of messages that were being handled when the process before this one ended.
    private void recover(Database database) {
        Map<Long, Integer> left = receipts.left();
        if (!left.isEmpty()) {
            database.write(tx -> {
                for (Map.Entry<Long, Integer> one : left.entrySet()) {
                    tx.update(
                            "UPDATE messages SET receives = ?, error = ? WHERE id = ? AND receives < ?",
                            one.getValue(),
                            INTERRUPTED,
                            one.getKey(),
                            one.getValue());
                }
                return true;
            });
        }
        receipts.clear();
    }

    private MessageQueue deadLettersOf(QueueResource resource) {
        return resource.redrive()
                .flatMap(redrive -> byArn(redrive.deadLetterArn()))
                .orElseThrow(() -> new IllegalStateException(resource.name() + " has no queue for its dead letters"));
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
                        .filter(redrive ->
                                redrive.deadLetterArn().equals(queue.resource().arn()))
                        .isPresent())
                .toList();
    }

    @Override
    public void close() {
        receipts.close();
    }
}

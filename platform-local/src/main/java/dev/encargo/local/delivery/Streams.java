package dev.encargo.local.delivery;

import dev.encargo.local.bus.EventDocument;
import dev.encargo.local.clock.Timers;
import dev.encargo.local.delivery.CompiledRule.CompiledTarget;
import dev.encargo.local.store.Database;
import dev.encargo.local.template.model.RuleResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.model.StreamResource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/// Delivery streams into buckets. The log of events is the stream's buffer and a mark how far it has landed:
/// nothing is written twice for it, and a file that a crash interrupts is written again under the same name.
public final class Streams {
    private static final int PAGE = 2_000;
    private static final long MEGABYTE = 1_048_576;

    private final Database database;
    private final Timers timers;
    private final Executor executor;
    private final List<Stream> streams = new ArrayList<>();

    Streams(Stack stack, Path buckets, Database database, Timers timers, Executor executor) {
        this.database = database;
        this.timers = timers;
        this.executor = executor;
        for (StreamResource resource : stack.streams().values()) {
            streams.add(new Stream(resource, LandingFiles.of(stack, resource, buckets), feeds(stack, resource)));
        }
    }

    private static List<CompiledTarget> feeds(Stack stack, StreamResource stream) {
        return stack.rules().values().stream()
                .filter(RuleResource::enabled)
                .flatMap(rule -> CompiledRule.of(rule).targets().stream())
                .filter(target -> target.target().arn().equals(stream.arn()))
                .toList();
    }

    private record Stream(
            StreamResource resource, LandingFiles files, List<CompiledTarget> feeds, AtomicLong buffered) {
        private Stream(StreamResource resource, LandingFiles files, List<CompiledTarget> feeds) {
            this(resource, files, feeds, new AtomicLong());
        }

        private String mark() {
            return "stream:" + resource.name();
        }
    }

    public void start() {
        streams.forEach(this::everyInterval);
    }

    private void everyInterval(Stream stream) {
        timers.after(stream.resource.bufferInterval(), () -> {
            executor.execute(() -> land(stream));
            everyInterval(stream);
        });
    }

    /// An event of this size was logged: a stream whose buffer is full lands.
    void grew(int bytes) {
        for (Stream stream : streams) {
            if (stream.buffered.addAndGet(bytes) > stream.resource.bufferMegabytes() * MEGABYTE) {
                stream.buffered.set(0);
                executor.execute(() -> land(stream));
            }
        }
    }

    /// Lands everything that was dispatched until now.
    public void landAll() {
        streams.forEach(this::land);
    }

    private void land(Stream stream) {
        synchronized (stream.files) {
            stream.buffered.set(0);
            while (landPage(stream)) {
                // one file a page
            }
        }
    }

    private record Logged(long sequence, String rules, BusEvent event) {}

    private boolean landPage(Stream stream) {
        long from = mark(stream);
        long undispatched = database.one("SELECT min(seq) FROM events WHERE rules IS NULL", row -> {
                    long first = row.getLong(1);
                    return row.wasNull() ? Long.MAX_VALUE : first;
                })
                .orElse(Long.MAX_VALUE);
        List<Logged> page = database.list(
                "SELECT " + StoredEvents.COLUMNS + ", rules FROM events WHERE seq > ? AND seq < ? ORDER BY seq LIMIT ?",
                row -> new Logged(row.getLong(1), row.getString(9), StoredEvents.read(row)),
                from,
                undispatched,
                PAGE);
        if (page.isEmpty()) {
            return false;
        }
        long to = page.getLast().sequence;
        List<String> records = page.stream()
                .flatMap(logged -> records(stream, logged).stream())
                .toList();
        if (!records.isEmpty()) {
            stream.files.write(records, page.getFirst().event.time(), from + 1);
        }
        database.work(tx -> tx.update(
                "INSERT OR REPLACE INTO marks (name, value) VALUES (?, ?)", stream.mark(), Long.toString(to)));
        return page.size() == PAGE;
    }

    private static List<String> records(Stream stream, Logged logged) {
        EventDocument document = EventDocument.of(logged.event.json());
        List<String> matched = List.of(logged.rules.split(","));
        return stream.feeds.stream()
                .filter(feed -> matched.contains(feed.rule().id()))
                .map(feed -> feed.render(document, logged.event.time()))
                .toList();
    }

    private long mark(Stream stream) {
        return database.one(
                        "SELECT value FROM marks WHERE name = ?",
                        row -> Long.parseLong(row.getString(1)),
                        stream.mark())
                .orElse(0L);
    }
}

package dev.encargo.cli.bench;

import dev.encargo.local.store.ReadOnly;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Follows the host's log of events on disk and notes when each order is seen PAID, up to [#POLL_MILLIS] late.
final class PaidWatch implements AutoCloseable {
    private static final long POLL_MILLIS = 20;
    private static final int PAGE = 2_000;
    private static final String EVENTS = """
            SELECT seq, subject, type = 'OrderStatusChanged' AND instr(body, '"to":"PAID"') > 0
            FROM events WHERE seq > ? ORDER BY seq LIMIT ?""";

    private final ReadOnly file;
    private final HostProcess host;
    private final Map<String, Long> paidAt = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile long peakMegabytes;
    private long seen;

    PaidWatch(Path file, HostProcess host) {
        this.file = ReadOnly.open(file);
        this.host = host;
        this.thread = Thread.ofPlatform().name("paid-watch").daemon().start(this::follow);
    }

    private record Seen(long sequence, String order, boolean paid) {}

    private void follow() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<Seen> page = file.list(
                        EVENTS, row -> new Seen(row.getLong(1), row.getString(2), row.getBoolean(3)), seen, PAGE);
                long now = System.nanoTime();
                page.stream().filter(Seen::paid).forEach(event -> paidAt.putIfAbsent(event.order, now));
                seen = page.isEmpty() ? seen : page.getLast().sequence;
                peakMegabytes = Math.max(peakMegabytes, host.residentMegabytes());
                if (page.size() < PAGE) {
                    TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /// When each order was seen PAID, in nanoseconds of this process.
    Map<String, Long> paidAt() {
        return paidAt;
    }

    /// The most that was resident at any look.
    long peakMegabytes() {
        return peakMegabytes;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        file.close();
    }
}

package dev.encargo.cli.bench;

import static dev.encargo.cli.words.Words.say;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// Places orders over a number of connections: each as soon as the one before it was answered or, at a rate, each
/// when it is due, however long the others take. At a rate, an order's time begins when it was due, so that a host
/// which stalls is not spared the orders that waited.
final class Load {
    private static final long LONGEST_NANOS = 120_000_000_000L;

    private final URI api;
    private final int connections;
    private final double rate;

    Load(URI api, int connections, double rate) {
        this.api = api;
        this.connections = connections;
        this.rate = rate;
    }

    /// What came of the orders. `placedAt` says for each accepted one when its time began, in nanoseconds of this
    /// process.
    record Placed(Map<String, Long> placedAt, Queue<String> refusals, Histogram answered, long began, long ended) {}

    /// Places `count` orders numbered from `first` and returns once all are answered.
    Placed place(int first, int count) throws InterruptedException {
        Placed placed = new Placed(
                new ConcurrentHashMap<>(count * 2),
                new ConcurrentLinkedQueue<>(),
                new ConcurrentHistogram(LONGEST_NANOS, 3),
                System.nanoTime(),
                0);
        AtomicInteger next = new AtomicInteger();
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < Math.min(connections, count); i++) {
            senders.add(Thread.ofVirtual().start(() -> send(placed, next, first, count)));
        }
        for (Thread sender : senders) {
            sender.join();
        }
        return new Placed(placed.placedAt, placed.refusals, placed.answered, placed.began, System.nanoTime());
    }

    private void send(Placed placed, AtomicInteger next, int first, int count) {
        try (OrderConnection connection = new OrderConnection(api)) {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                byte[] body = NewOrder.body(first + i);
                long due = rate > 0 ? waited(placed.began + (long) (i * 1e9 / rate)) : System.nanoTime();
                try {
                    placed.placedAt.put(connection.place(body), due);
                    placed.answered.recordValue(Math.min(System.nanoTime() - due, LONGEST_NANOS));
                } catch (NotAccepted refusal) {
                    placed.refusals.add(say("order %s was %s", String.valueOf(first + i), refusal.getMessage()));
                }
            }
        } catch (IOException broken) {
            placed.refusals.add(say("a connection broke: %s", broken.getMessage()));
        }
    }

    private static long waited(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return due;
    }
}

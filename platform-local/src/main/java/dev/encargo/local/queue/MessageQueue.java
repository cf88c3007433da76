package dev.encargo.local.queue;

import dev.encargo.local.clock.HostClock;
import dev.encargo.local.clock.Timers;
import dev.encargo.local.store.Change;
import dev.encargo.local.store.Database;
import dev.encargo.local.store.Tx;
import dev.encargo.local.template.model.QueueResource;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One standard queue. Messages are rows; the head of the queue is also kept in memory, so that a long queue costs
/// little.
///
/// A received message is invisible until it is deleted or its visibility ends, in business time. After a restart
/// nobody works on anything any more, so all messages are visible at once, each with the receives that it has had.
public final class MessageQueue {
    private static final int HEAD = 2_000;
    private static final String COLUMNS = "id, body, attributes, sent, visible, receives, error";

    private final QueueResource resource;
    private final Database database;
    private final HostClock clock;
    private final Timers timers;
    private final Receipts receipts;
    private final Supplier<MessageQueue> deadLetters;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<Message> ready = new ArrayDeque<>();
    private final Map<Long, Message> inFlight = new HashMap<>();
    private long loadedUpTo;
    private boolean moreInStore = true;
    private final Set<Long> delayed = new HashSet<>();

    MessageQueue(
            QueueResource resource,
            Database database,
            HostClock clock,
            Timers timers,
            Receipts receipts,
            Supplier<MessageQueue> deadLetters) {
        this.resource = resource;
        this.database = database;
        this.clock = clock;
        this.timers = timers;
        this.receipts = receipts;
        this.deadLetters = deadLetters;
    }

    public QueueResource resource() {
        return resource;
    }

    public String name() {
        return resource.name();
    }

    /// The rows of one message to send, with a JSON object of string attributes. Refuses what SQS refuses.
    public Change send(String body, @Nullable String attributes) {
        int size = body.getBytes(StandardCharsets.UTF_8).length;
        if (size > resource.maximumMessageBytes()) {
            throw new MessageTooLarge(name(), size, resource.maximumMessageBytes());
        }
        return tx -> insert(tx, body, attributes, null);
    }

    /// The rows of a message that failed elsewhere and is kept here with its cause.
    public Change sendFailed(String body, Map<String, String> attributes, String error) {
        return tx -> insert(tx, body, Attributes.of(attributes), error);
    }

    private void insert(Tx tx, String body, @Nullable String attributes, @Nullable String error) throws SQLException {
        Instant now = clock.instant();
        Instant visible = now.plus(resource.delay());
        long id = tx.insert(
                "INSERT INTO messages (queue, body, attributes, sent, visible, error) VALUES (?, ?, ?, ?, ?, ?)",
                name(),
                body,
                attributes,
                now.toEpochMilli(),
                visible.toEpochMilli(),
                error);
        Message message = new Message(id, body, attributes, now, 0, error);
        tx.afterCommit(() -> arrive(message, visible));
    }

    private void arrive(Message message, Instant visible) {
        lock.lock();
        try {
            if (message.id() <= loadedUpTo) {
                return;
            }
            if (moreInStore || ready.size() >= HEAD) {
                moreInStore = true;
            } else {
                loadedUpTo = message.id();
                show(message, visible);
            }
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void show(Message message, Instant visible) {
        if (visible.isAfter(clock.instant())) {
            delayed.add(message.id());
            timers.at(visible, () -> appear(message));
        } else {
            ready.add(message);
        }
    }

    private void appear(Message message) {
        lock.lock();
        try {
            if (delayed.remove(message.id())) {
                ready.add(message);
                arrived.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Takes up to `max` messages, fewer when they are more than one call of a function carries. Waits for the
    /// first as long as it takes, then at most `window` for more. `working` is raised while a message is on its way
    /// to its handler, under the queue's lock, so that nobody sees the queue empty and the handler idle.
    public List<Message> take(int max, Duration window, AtomicInteger working) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (available() == 0) {
                arrived.await(1, TimeUnit.SECONDS);
            }
            working.incrementAndGet();
            long left = window.toNanos();
            while (available() < max && left > 0) {
                left = arrived.awaitNanos(left);
            }
            return receive(max);
        } finally {
            lock.unlock();
        }
    }

    private int available() {
        if (moreInStore && ready.size() < HEAD / 4) {
            load();
        }
        return ready.size();
    }

    private void load() {
        record Row(Message message, Instant visible) {}
        List<Row> page = database.list(
                "SELECT " + COLUMNS + " FROM messages WHERE queue = ? AND id > ? ORDER BY id LIMIT ?",
                row -> new Row(read(row), Instant.ofEpochMilli(row.getLong(5))),
                name(),
                loadedUpTo,
                HEAD);
        for (Row row : page) {
            loadedUpTo = row.message.id();
            show(row.message, row.visible);
        }
        moreInStore = page.size() == HEAD;
    }

    static Message read(ResultSet row) throws SQLException {
        return new Message(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Instant.ofEpochMilli(row.getLong(4)),
                row.getInt(6),
                row.getString(7));
    }

    private List<Message> receive(int max) {
        List<Message> taken = new ArrayList<>();
        long bytes = 0;
        for (Message next = ready.peek(); next != null && taken.size() < max; next = ready.peek()) {
            if (spent(next)) {
                ready.remove();
                bury(next);
                continue;
            }
            bytes += QueueEvent.bytes(next);
            if (bytes > QueueEvent.LIMIT && !taken.isEmpty()) {
                break;
            }
            ready.remove();
            Message received = next.received();
            inFlight.put(received.id(), received);
            taken.add(received);
        }
        if (!taken.isEmpty()) {
            receipts.received(taken);
            timers.after(resource.visibility(), () -> giveBack(taken));
        }
        return taken;
    }

    private boolean spent(Message message) {
        return resource.redrive()
                .map(redrive -> message.receives() >= redrive.maxReceiveCount())
                .orElse(false);
    }

    /// Moves a message whose receives are spent to the dead letters, with its cause.
    private void bury(Message message) {
        MessageQueue grave = deadLetters.get();
        inFlight.put(message.id(), message);
        database.lazily(tx -> {
            tx.update("DELETE FROM messages WHERE id = ?", message.id());
            grave.insert(tx, message.body(), Attributes.from(message.attributes(), resource.arn()), message.error());
            tx.afterCommit(() -> forget(List.of(message.id())));
            return true;
        });
    }

    /// Ends the invisibility of those that are still in flight.
    private void giveBack(List<Message> taken) {
        lock.lock();
        try {
            for (Message message : taken) {
                Message mine = inFlight.get(message.id());
                if (mine != null && mine.receives() == message.receives()) {
                    inFlight.remove(message.id());
                    ready.add(mine);
                }
            }
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Deletes messages that were handled. Losing the deletion to a crash means that they are handled once more.
    public void delete(List<Message> handled) {
        List<Long> ids = handled.stream().map(Message::id).toList();
        database.lazily(tx -> {
            for (Long id : ids) {
                tx.update("DELETE FROM messages WHERE id = ?", id);
            }
            tx.afterCommit(() -> forget(ids));
            return true;
        });
    }

    /// Messages are gone from the store: nobody gets them any more, also where their visibility has ended
    /// meanwhile.
    private void forget(List<Long> ids) {
        lock.lock();
        try {
            for (Long id : ids) {
                if (inFlight.remove(id) == null && !delayed.remove(id)) {
                    ready.removeIf(message -> message.id() == id);
                }
                receipts.gone(id);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Records why messages failed. They come back when their visibility ends.
    public void failed(List<Message> failed, String why) {
        lock.lock();
        try {
            failed.forEach(message -> inFlight.computeIfPresent(message.id(), (_, mine) -> mine.failed(why)));
        } finally {
            lock.unlock();
        }
        database.lazily(tx -> {
            for (Message message : failed) {
                tx.update(
                        "UPDATE messages SET receives = max(receives, ?), error = ? WHERE id = ?",
                        message.receives(),
                        why,
                        message.id());
            }
            return true;
        });
    }

    /// Moves messages of this queue back to `target`, as if sent anew: with their attributes, without their
    /// receives and their cause. Returns how many moved.
    public int redrive(MessageQueue target, List<Long> ids) {
        return database.work(tx -> {
            List<Long> moved = new ArrayList<>();
            for (Long id : ids) {
                if (move(tx, target, id)) {
                    moved.add(id);
                }
            }
            tx.afterCommit(() -> forget(moved));
            return moved.size();
        });
    }

    private boolean move(Tx tx, MessageQueue target, long id) throws SQLException {
        Optional<Message> found = tx.one(
                "SELECT " + COLUMNS + " FROM messages WHERE id = ? AND queue = ?", MessageQueue::read, id, name());
        if (found.isEmpty()) {
            return false;
        }
        tx.update("DELETE FROM messages WHERE id = ?", id);
        target.insert(tx, found.get().body(), found.get().attributes(), null);
        return true;
    }

    /// Deletes messages of this queue for good. Returns how many there were.
    public int purge(List<Long> ids) {
        return database.work(tx -> {
            List<Long> gone = new ArrayList<>();
            for (Long id : ids) {
                if (tx.update("DELETE FROM messages WHERE id = ? AND queue = ?", id, name()) > 0) {
                    gone.add(id);
                }
            }
            tx.afterCommit(() -> forget(gone));
            return gone.size();
        });
    }

    /// Deletes what is older than this queue keeps messages.
    void expire() {
        long oldest = clock.instant().minus(resource.retention()).toEpochMilli();
        List<Long> expired = database.list(
                "SELECT id FROM messages WHERE queue = ? AND sent < ?", row -> row.getLong(1), name(), oldest);
        if (!expired.isEmpty()) {
            purge(expired);
        }
    }

    /// Up to `limit` messages, oldest first, without receiving them.
    public List<Message> peek(int limit) {
        return database.list(
                "SELECT " + COLUMNS + " FROM messages WHERE queue = ? ORDER BY id LIMIT ?",
                MessageQueue::read,
                name(),
                limit);
    }

    public Depth depth() {
        lock.lock();
        try {
            long stored = database.one("SELECT count(*) FROM messages WHERE queue = ?", row -> row.getLong(1), name())
                    .orElse(0L);
            return new Depth(stored - inFlight.size() - delayed.size(), inFlight.size(), delayed.size());
        } finally {
            lock.unlock();
        }
    }

    /// How many messages wait, are worked on, and are not visible yet.
    public record Depth(long visible, int inFlight, int delayed) {}

    /// Whether nothing waits to be received now.
    public boolean idle() {
        lock.lock();
        try {
            return available() == 0;
        } finally {
            lock.unlock();
        }
    }
}

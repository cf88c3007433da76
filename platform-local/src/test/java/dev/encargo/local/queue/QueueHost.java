package dev.encargo.local.queue;

import dev.encargo.local.clock.HostClock;
import dev.encargo.local.clock.Timers;
import dev.encargo.local.store.Change;
import dev.encargo.local.store.Database;
import dev.encargo.local.template.StackOptions;
import dev.encargo.local.template.StackReader;
import dev.encargo.local.template.model.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Queues on a real database, with a clock that is moved.
final class QueueHost implements AutoCloseable {
    private static final String TEMPLATE = """
            Resources:
              Work:
                Type: AWS::SQS::Queue
                Properties:
                  QueueName: work
                  VisibilityTimeout: 60
                  MaximumMessageSize: 1024
                  RedrivePolicy: {deadLetterTargetArn: !GetAtt DeadWork.Arn, maxReceiveCount: 3}
              DeadWork: {Type: AWS::SQS::Queue, Properties: {QueueName: dead-work}}
              Later: {Type: AWS::SQS::Queue, Properties: {QueueName: later, DelaySeconds: 30}}
              Large: {Type: AWS::SQS::Queue, Properties: {QueueName: large, MaximumMessageSize: 1048576}}
            """;

    private final Path folder;
    private final Database database;
    private final Timers timers;
    private final Queues queues;

    private QueueHost(Path folder, HostClock clock) {
        this.folder = folder;
        this.database = Database.open(folder.resolve("encargo.db"));
        this.timers = new Timers(clock, Runnable::run, database::quiet, () -> {});
        this.queues = new Queues(stack(folder), database, clock, timers, folder.resolve("receives"));
    }

    static QueueHost in(Path folder) {
        return new QueueHost(folder, new HostClock(Duration.ZERO));
    }

    private static Stack stack(Path folder) {
        try {
            return StackReader.read(
                    Files.writeString(folder.resolve("template.yaml"), TEMPLATE), StackOptions.laptop(8080));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// The host after a kill: a copy of the files as they are now, without anything that a process only remembers.
    QueueHost killed() {
        try {
            Path next = Files.createDirectory(folder.resolve("next"));
            for (String file : List.of("encargo.db", "encargo.db-wal", "receives")) {
                Files.copy(folder.resolve(file), next.resolve(file));
            }
            close();
            return in(next);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    MessageQueue queue(String name) {
        return queues.byName(name).orElseThrow();
    }

    void send(String queue, String... bodies) {
        List<Change> sends =
                Stream.of(bodies).map(body -> queue(queue).send(body, null)).toList();
        write(tx -> {
            for (Change send : sends) {
                send.write(tx);
            }
        });
    }

    void write(Change change) {
        database.write(tx -> {
            change.write(tx);
            return true;
        });
    }

    /// Takes what is there, at least one message.
    List<Message> take(String queue, int max) {
        try {
            return queue(queue).take(max, Duration.ZERO, new AtomicInteger());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /// What a taker gets now: nothing when all that waits is spent.
    List<Message> takeNow(String queue, int max) {
        return queue(queue).idle() ? List.of() : take(queue, max);
    }

    void forward(Duration by) {
        try {
            timers.forward(by);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /// Waits until everything is on disk.
    void settle() {
        forward(Duration.ZERO);
    }

    long commits() {
        return database.counters().commits();
    }

    @Override
    public void close() {
        database.close();
        queues.close();
    }
}

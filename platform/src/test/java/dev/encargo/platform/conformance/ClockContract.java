package dev.encargo.platform.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every host's clock of business time keeps to.
public abstract class ClockContract {
    protected abstract InstantSource clock();

    /// Lets business time pass.
    protected abstract void forward(Duration by);

    @Test
    void never_goes_back_while_many_read_it() throws InterruptedException {
        AtomicBoolean moved = new AtomicBoolean();
        List<Instant> backward = new CopyOnWriteArrayList<>();
        List<Thread> readers = IntStream.range(0, 4)
                .mapToObj(_ -> Thread.ofPlatform().start(() -> read(moved, backward)))
                .toList();
        forward(Duration.ofMinutes(3));
        forward(Duration.ofHours(40));
        moved.set(true);
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(backward).isEmpty();
    }

    private void read(AtomicBoolean moved, List<Instant> backward) {
        Instant last = clock().instant();
        while (backward.isEmpty() && !moved.get()) {
            Instant now = clock().instant();
            if (now.isBefore(last)) {
                backward.add(now);
            }
            last = now;
        }
    }

    @Test
    void goes_on_from_where_it_was_moved_to() {
        Instant before = clock().instant();
        forward(Duration.ofDays(2));
        Instant after = clock().instant();
        assertThat(after).isAfterOrEqualTo(before.plus(Duration.ofDays(2)));
        assertThat(clock().instant()).isAfterOrEqualTo(after);
    }

    @Test
    void tells_a_millisecond_from_the_next() {
        for (int i = 0; i < 5; i++) {
            Instant before = clock().instant();
            long beforeMillis = clock().millis();
            forward(Duration.ofMillis(1));
            assertThat(clock().instant()).isAfterOrEqualTo(before.plusMillis(1));
            assertThat(clock().millis()).isGreaterThan(beforeMillis);
        }
    }

    @Test
    void tells_the_same_time_in_milliseconds() {
        Instant before = clock().instant();
        long millis = clock().millis();
        Instant after = clock().instant();
        assertThat(millis).isBetween(before.toEpochMilli(), after.toEpochMilli());
    }
}

package dev.encargo.aws.ports;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is read, and read again once it is five minutes old.
final class Remembered<T> {
    static final Duration AGE = Duration.ofMinutes(5);

    private record Reading<T>(T value, Instant until) {}

    private final InstantSource clock;
    private final Supplier<T> read;
    private @Nullable Reading<T> last;

    Remembered(InstantSource clock, Supplier<T> read) {
        this.clock = clock;
        this.read = read;
    }

    synchronized T get() {
        Reading<T> known = last;
        return known != null && clock.instant().isBefore(known.until) ? known.value : readAnew();
    }

    synchronized T readAnew() {
        T value = read.get();
        last = new Reading<>(value, clock.instant().plus(AGE));
        return value;
    }
}

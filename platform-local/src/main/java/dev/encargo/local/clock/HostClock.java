package dev.encargo.local.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Business time: real time plus an offset that only grows. While time is being moved it stands still between two
/// due moments.
public final class HostClock implements InstantSource {
    private volatile Reading reading;

    /// `frozenAt` is set while the clock stands still.
    private record Reading(Duration offset, @Nullable Instant frozenAt) {

        Instant now() {
            return frozenAt == null ? Instant.now().plus(offset) : frozenAt;
        }
    }

    public HostClock(Duration offset) {
        this.reading = new Reading(offset, null);
    }

    @Override
    public Instant instant() {
        return reading.now();
    }

    public Duration offset() {
        Reading now = reading;
        return now.frozenAt == null ? now.offset : Duration.between(Instant.now(), now.frozenAt);
    }

    /// Stops the clock at the current moment.
    synchronized void freeze() {
        reading = new Reading(reading.offset, reading.now());
    }

    /// Moves the frozen clock to `moment`, never back.
    synchronized void moveTo(Instant moment) {
        if (moment.isAfter(reading.now())) {
            reading = new Reading(reading.offset, moment);
        }
    }

    /// Lets the clock run on from where it stands.
    synchronized void run() {
        reading = new Reading(Duration.between(Instant.now(), reading.now()), null);
    }
}

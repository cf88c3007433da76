package dev.encargo.local.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Business time: real time plus an offset that only grows. While time is being moved it stands still between two
/// due moments; it also does when the machine's clock is set back, until that has caught up.
public final class HostClock implements InstantSource {
    private final InstantSource real;
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);
    private volatile Reading reading;

    /// `frozenAt` is set while the clock stands still.
    private record Reading(Duration offset, @Nullable Instant frozenAt) {

        Instant now(InstantSource real) {
            return frozenAt == null ? real.instant().plus(offset) : frozenAt;
        }
    }

    public HostClock(Duration offset) {
        this(offset, InstantSource.system());
    }

    HostClock(Duration offset, InstantSource real) {
        this.real = real;
        this.reading = new Reading(offset, null);
    }

    @Override
    public Instant instant() {
        return latest.accumulateAndGet(reading.now(real), HostClock::later);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    public Duration offset() {
        Reading now = reading;
        return now.frozenAt == null ? now.offset : Duration.between(real.instant(), now.frozenAt);
    }

    /// Stops the clock at the current moment.
    synchronized void freeze() {
        reading = new Reading(reading.offset, instant());
    }

    /// Moves the frozen clock to `moment`, never back.
    synchronized void moveTo(Instant moment) {
        if (moment.isAfter(instant())) {
            reading = new Reading(reading.offset, moment);
        }
    }

    /// Lets the clock run on from where it stands.
    synchronized void run() {
        reading = new Reading(Duration.between(real.instant(), instant()), null);
    }
}

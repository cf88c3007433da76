package dev.encargo.platform.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that moves only when told.
public final class MovableClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-24T09:41:58Z");

    @Override
    public Instant instant() {
        return now;
    }

    public void forward(Duration by) {
        now = now.plus(by);
    }

    public void set(Instant moment) {
        now = moment;
    }
}

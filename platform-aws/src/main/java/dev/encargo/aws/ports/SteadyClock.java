package dev.encargo.aws.ports;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// The machine's time, but never earlier than it was told before: a machine's clock may be put back.
public final class SteadyClock implements InstantSource {
    private final InstantSource machine;
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);

    public SteadyClock(InstantSource machine) {
        this.machine = machine;
    }

    @Override
    public Instant instant() {
        Instant now = machine.instant();
        return latest.accumulateAndGet(now, (before, read) -> read.isBefore(before) ? before : read);
    }
}

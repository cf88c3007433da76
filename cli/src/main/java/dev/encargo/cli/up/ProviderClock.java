package dev.encargo.cli.up;

import dev.encargo.local.host.Host;
import dev.encargo.providers.DueTimer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The stand-ins' clock: the host's, once there is one.
final class ProviderClock implements InstantSource, DueTimer {
    private final List<Alarm> early = new ArrayList<>();
    private volatile @Nullable Host host;

    /// A moment that the stand-ins' books asked for before there was a host.
    private record Alarm(Instant due, Runnable wake) {}

    synchronized void follow(Host running) {
        this.host = running;
        early.forEach(alarm -> running.timers().at(alarm.due, alarm.wake));
        early.clear();
    }

    @Override
    public Instant instant() {
        Host running = host;
        return running == null ? Instant.now() : running.clock().instant();
    }

    @Override
    public synchronized void wakeAt(Instant due, Runnable wake) {
        Host running = host;
        if (running == null) {
            early.add(new Alarm(due, wake));
        } else {
            running.timers().at(due, wake);
        }
    }
}

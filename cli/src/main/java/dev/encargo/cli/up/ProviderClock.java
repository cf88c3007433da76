package dev.encargo.cli.up;

import dev.encargo.local.host.Host;
import dev.encargo.providers.DueTimer;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// The stand-ins' clock: the host's, once there is one.
final class ProviderClock implements InstantSource, DueTimer {
    private volatile @Nullable Host host;

    void follow(Host running) {
        this.host = running;
    }

    @Override
    public Instant instant() {
        Host running = host;
        return running == null ? Instant.now() : running.clock().instant();
    }

    @Override
    public void wakeAt(Instant due, Runnable wake) {
        Host running = host;
        if (running != null) {
            running.timers().at(due, wake);
        }
    }
}

package dev.encargo.platform.relay;

import dev.encargo.platform.Platform;
import dev.encargo.platform.function.ScheduledFunction;
import java.time.Duration;

/// Scheduled: performs the effects that are older than their due time.
public final class RelayEffectsFunction extends ScheduledFunction {
    private final Relay relay;

    public RelayEffectsFunction() {
        this(Platform.current());
    }

    RelayEffectsFunction(Platform platform) {
        super(platform);
        this.relay = new Relay(platform);
    }

    @Override
    protected void run() {
        relay.run(Duration.ofSeconds(20));
    }
}

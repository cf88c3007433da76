package dev.encargo.platform.function;

import dev.encargo.platform.Platform;
import dev.encargo.platform.json.Jsons;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// A function that a schedule runs.
public abstract class ScheduledFunction extends Function<ScheduledFunction.Tick, Object> {

    protected ScheduledFunction(Platform platform) {
        super(platform, Jsons.type(Tick.class), null);
    }

    protected abstract void run();

    @Override
    final @Nullable Object invoke(Tick event) {
        run();
        return null;
    }

    @Override
    @Nullable
    String traceparent(Tick event) {
        return null;
    }

    /// What the scheduler sends; nothing in it is used.
    @Json
    record Tick(@Nullable String time) {}
}

package dev.encargo.orders.function;

import dev.encargo.orders.usecase.FlagMissingFacts;
import dev.encargo.platform.Platform;
import dev.encargo.platform.function.ScheduledFunction;
import java.util.Map;

/// Scheduled every five minutes.
public final class FlagMissingFactsFunction extends ScheduledFunction {
    private final FlagMissingFacts flagMissingFacts;

    public FlagMissingFactsFunction() {
        this(Platform.current());
    }

    FlagMissingFactsFunction(Platform platform) {
        super(platform);
        this.flagMissingFacts = new FlagMissingFacts(platform);
    }

    @Override
    protected void run() {
        int flagged = flagMissingFacts.flag();
        if (flagged > 0) {
            telemetry.warn("facts have waited too long for their predecessors", Map.of("orders", flagged));
        }
        telemetry.count("facts.missing", flagged, Map.of());
    }
}

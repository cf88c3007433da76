package dev.encargo.platform.effects;

import dev.encargo.platform.Budget;
import dev.encargo.platform.Platform;
import dev.encargo.platform.Telemetry;
import dev.encargo.platform.Unavailable;
import dev.encargo.platform.documents.Documents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Performs the effects of a write that has just succeeded, in order, for at most two seconds; what is left belongs
/// to the relay.
public final class Effects {
    private static final Duration BOUND = Duration.ofSeconds(2);

    private final Performer performer;
    private final Settlement settlement;
    private final Telemetry telemetry;

    public Effects(Platform platform) {
        Documents documents = platform.documents();
        this.performer = new Performer(platform);
        this.settlement = new Settlement(documents);
        this.telemetry = platform.telemetry();
    }

    /// Performs `decided` until one fails, and clears from the document those that were performed.
    public void performAndSettle(String collection, String id, List<Effect> decided) {
        List<String> performed = new ArrayList<>();
        try {
            perform(decided, performed);
        } catch (Unavailable | EffectFailed left) {
            leave(collection, id, left);
        }
        try {
            settlement.settle(collection, id, performed);
        } catch (Unavailable left) {
            leave(collection, id, left);
        }
    }

    private void leave(String collection, String id, RuntimeException left) {
        telemetry.warn(
                "effects are left to the relay",
                Map.of("collection", collection, "document", id, "why", String.valueOf(left.getMessage())));
    }

    private void perform(List<Effect> decided, List<String> performed) {
        Budget budget = Budget.of(BOUND);
        for (Effect effect : decided) {
            if (budget.isSpent()) {
                return;
            }
            performer.perform(effect);
            performed.add(effect.id());
        }
    }
}

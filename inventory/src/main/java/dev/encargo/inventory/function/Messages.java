package dev.encargo.inventory.function;

import dev.encargo.contracts.UndoReason;
import dev.encargo.inventory.model.Unit;
import dev.encargo.platform.effects.WaitingStep;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;

/// What the workflows send to inventory's functions, and what these answer.
final class Messages {

    private Messages() {}

    @Json
    record StockRequest(
            int v,
            String token,
            String execution,
            Instant enteredAt,
            int retryCount,
            String orderId,
            List<Unit> lines) {

        WaitingStep step() {
            return new WaitingStep(token, execution, enteredAt, retryCount);
        }
    }

    @Json
    record SettleInput(int v, String orderId, String execution) {}

    @Json
    record UndoInput(int v, String orderId, UndoReason reason, int retryCount) {}

    /// `outcome` decides the workflow's next state.
    @Json
    record StepOutcome(String outcome) {}
}

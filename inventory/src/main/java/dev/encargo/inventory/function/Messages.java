package dev.encargo.inventory.function;

import dev.encargo.contracts.Money;
import dev.encargo.contracts.UndoReason;
import dev.encargo.inventory.model.GivenBack;
import dev.encargo.inventory.model.Unit;
import dev.encargo.platform.effects.WaitingStep;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /// `refund` and `credit` are the answers of the undo's earlier steps.
    @Json
    record ReleaseInput(
            int v,
            String orderId,
            UndoReason reason,
            @Nullable Refund refund,
            @Nullable Credit credit,
            int retryCount) {

        GivenBack givenBack() {
            return new GivenBack(
                    refund == null ? null : refund.refunded(), credit == null ? null : credit.creditNote());
        }
    }

    @Json
    record Refund(@Nullable Money refunded) {}

    @Json
    record Credit(@Nullable String creditNote) {}

    /// `outcome` decides the workflow's next state.
    @Json
    record StepOutcome(String outcome) {}
}

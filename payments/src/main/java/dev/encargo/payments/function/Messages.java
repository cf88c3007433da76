package dev.encargo.payments.function;

import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.Money;
import dev.encargo.contracts.UndoReason;
import dev.encargo.payments.model.Taking.Wanted;
import dev.encargo.platform.effects.WaitingStep;
import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the workflows send to payments' functions, and what these answer.
final class Messages {
    private static final String USUAL_METHOD = "pm_ok";

    private Messages() {}

    /// `customer` is the event's `private` part.
    @Json
    record PaymentRequest(
            int v,
            String token,
            String execution,
            Instant enteredAt,
            int retryCount,
            String orderId,
            Money amount,
            @Json.Property("private") @Nullable Confidential customer) {

        WaitingStep step() {
            return new WaitingStep(token, execution, enteredAt, retryCount);
        }

        Wanted wanted() {
            if (customer == null) {
                return new Wanted(orderId, amount, USUAL_METHOD, null);
            }
            @Nullable String method = customer.paymentMethod();
            return new Wanted(orderId, amount, method == null ? USUAL_METHOD : method, customer.withoutPaymentMethod());
        }
    }

    @Json
    record SettleInput(int v, String orderId, String execution) {}

    @Json
    record UndoInput(int v, String orderId, UndoReason reason, int retryCount) {}

    /// `outcome` decides the workflow's next state.
    @Json
    record StepOutcome(String outcome) {}

    /// `refunded` is what the customer gets back, present when `outcome` is refunded.
    @Json
    record RefundOutcome(String outcome, @Nullable Money refunded) {}
}

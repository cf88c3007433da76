package dev.encargo.payments.model;

import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.Money;
import dev.encargo.contracts.UndoReason;
import dev.encargo.platform.effects.WaitingStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What payments knows of one order. `amount` is what was asked for, `captured` what the provider took; `closedFor`
/// why the undo closed it; `waiting` the newest step to be answered; `customer` what a mail about a refund needs;
/// `alarmed` whether a person was called; `sequence` counts published events; `notices` are the newest raw bodies.
public record Payment(
        String orderId,
        PaymentState state,
        @Nullable Money amount,
        @Nullable String method,
        @Nullable Confidential customer,
        @Nullable Money captured,
        @Nullable String reference,
        @Nullable UndoReason closedFor,
        @Nullable WaitingStep waiting,
        boolean alarmed,
        long sequence,
        List<String> notices) {

    public Payment {
        notices = List.copyOf(notices);
    }

    public static Payment closed(String orderId, UndoReason reason) {
        return new Payment(
                orderId, PaymentState.CLOSED, null, null, null, null, null, reason, null, false, 0, List.of());
    }

    /// The same, with these raw bodies.
    public Payment noting(List<String> bodies) {
        return new Payment(
                orderId, state, amount, method, customer, captured, reference, closedFor, waiting, alarmed, sequence,
                bodies);
    }

    /// Whether the provider holds money of a payment that ended without success.
    public boolean owesWrongAmount() {
        return state == PaymentState.DECLINED && captured != null;
    }

    /// Whether it ended in a way that a later success of the provider would contradict.
    public boolean endedUnpaid() {
        return state == PaymentState.CLOSED || (state == PaymentState.DECLINED && captured == null);
    }
}

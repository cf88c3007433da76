package dev.encargo.payments.model;

import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.Money;
import dev.encargo.contracts.PaymentEvent;
import dev.encargo.contracts.PaymentEvent.PaymentCaptured;
import dev.encargo.contracts.PaymentEvent.PaymentDeclined;
import dev.encargo.contracts.PaymentEvent.PaymentRefunded;
import dev.encargo.contracts.UndoReason;
import dev.encargo.platform.documents.Transition;
import dev.encargo.platform.effects.Attention;
import dev.encargo.platform.effects.Intent;
import dev.encargo.platform.effects.UndoRequest;
import dev.encargo.platform.effects.WaitingStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The next state of a payment document being put together, with what has to happen beside.
final class PaymentDraft {
    private static final String AMOUNT_MISMATCH = "AmountMismatch";

    private final Payment before;
    private PaymentState state;
    private @Nullable Money captured;
    private @Nullable String reference;
    private @Nullable UndoReason closedFor;
    private @Nullable WaitingStep waiting;
    private boolean alarmed;
    private long sequence;
    private List<String> notices;
    private final List<Intent> intents = new ArrayList<>();

    PaymentDraft(Payment payment) {
        before = payment;
        state = payment.state();
        captured = payment.captured();
        reference = payment.reference();
        closedFor = payment.closedFor();
        waiting = payment.waiting();
        alarmed = payment.alarmed();
        sequence = payment.sequence();
        notices = payment.notices();
    }

    PaymentDraft waiting(WaitingStep step) {
        waiting = step;
        return this;
    }

    PaymentDraft keep(List<String> bodies) {
        notices = bodies;
        return this;
    }

    /// The provider has taken money: the amount asked for, or another one, which is no payment and is given back.
    PaymentDraft captured(PaymentAnswer.Captured capture) {
        captured = capture.amount();
        reference = capture.reference();
        if (capture.amount().equals(before.amount())) {
            state = PaymentState.CAPTURED;
            return publish(new PaymentCaptured(capture.amount(), capture.reference()), null);
        }
        state = PaymentState.DECLINED;
        publish(new PaymentDeclined(AMOUNT_MISMATCH, capture.amount()), null);
        return startUndo(UndoReason.AmountMismatch)
                .attention("AMOUNT_MISMATCH", "asked " + before.amount() + ", captured " + capture.amount());
    }

    PaymentDraft declined(String reason) {
        state = PaymentState.DECLINED;
        publish(new PaymentDeclined(reason, null), null);
        return startUndo(UndoReason.PaymentDeclined);
    }

    PaymentDraft closed(UndoReason reason) {
        state = PaymentState.CLOSED;
        closedFor = reason;
        return this;
    }

    PaymentDraft declinedWhileUndone() {
        state = PaymentState.DECLINED;
        return this;
    }

    PaymentDraft refunded(PaymentAnswer.Refunded refund, boolean late) {
        state = PaymentState.REFUNDED;
        captured = refund.amount();
        reference = refund.reference();
        @Nullable Confidential customer = before.customer();
        return publish(new PaymentRefunded(refund.amount(), refund.reference(), late), customer);
    }

    boolean isCaptured() {
        return state == PaymentState.CAPTURED;
    }

    private PaymentDraft publish(PaymentEvent event, @Nullable Confidential confidential) {
        intents.add(new Intent.Publish(event, ++sequence, confidential));
        return this;
    }

    PaymentDraft succeed(WaitingStep step) {
        intents.add(new Intent.Succeed(step.token(), Map.of("orderId", before.orderId())));
        return this;
    }

    PaymentDraft fail(WaitingStep step, String error, String cause) {
        intents.add(new Intent.Fail(step.token(), error, cause));
        return this;
    }

    PaymentDraft succeedWaiting() {
        return waiting == null ? this : succeed(waiting);
    }

    PaymentDraft failWaiting(String error, String cause) {
        return waiting == null ? this : fail(waiting, error, cause);
    }

    PaymentDraft startUndo(UndoReason reason) {
        intents.add(UndoRequest.start(before.orderId(), reason));
        return this;
    }

    PaymentDraft attention(String attention, String reason) {
        intents.add(Attention.raise(before.orderId(), attention, reason));
        return this;
    }

    PaymentDraft alarm(String attention, String reason) {
        if (alarmed) {
            return this;
        }
        alarmed = true;
        return attention(attention, reason);
    }

    <R> Transition<Payment, R> as(R outcome) {
        Payment next = new Payment(
                before.orderId(),
                state,
                before.amount(),
                before.method(),
                before.customer(),
                captured,
                reference,
                closedFor,
                waiting,
                alarmed,
                sequence,
                notices);
        return new Transition<>(next, intents, outcome);
    }
}

package dev.encargo.payments.model;

import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.PaymentEvent;
import dev.encargo.contracts.PaymentEvent.PaymentDeclined;
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

/// The next payment, with what has to happen beside.
final class PaymentDraft {
    private Payment next;
    private final List<Intent> intents = new ArrayList<>();

    PaymentDraft(Payment next) {
        this.next = next;
    }

    static PaymentDraft captured(Payment.Asked asked, PaymentAnswer.Captured answer) {
        Payment.Captured captured = asked.capture(answer.reference());
        return new PaymentDraft(captured).publish(captured.event(), null);
    }

    static PaymentDraft mismatched(Payment.Asked asked, PaymentAnswer.Captured answer) {
        Payment.Mismatched mismatched = asked.mismatch(answer.amount(), answer.reference());
        return new PaymentDraft(mismatched)
                .publish(mismatched.event(), null)
                .startUndo(UndoReason.AmountMismatch)
                .attention("AMOUNT_MISMATCH", "asked " + asked.amount() + ", captured " + answer.amount());
    }

    static PaymentDraft declined(Payment.Asked asked, String reason) {
        return new PaymentDraft(asked.decline())
                .publish(new PaymentDeclined(reason, null), null)
                .startUndo(UndoReason.PaymentDeclined);
    }

    PaymentDraft publish(PaymentEvent event, @Nullable Confidential confidential) {
        next = next.with(next.trail().publishing());
        return and(new Intent.Publish(event, next.trail().sequence(), confidential));
    }

    PaymentDraft succeed(WaitingStep step) {
        return and(new Intent.Succeed(step.token(), Map.of("orderId", orderId())));
    }

    PaymentDraft fail(WaitingStep step, String error, String cause) {
        return and(new Intent.Fail(step.token(), error, cause));
    }

    PaymentDraft succeedWaiting() {
        @Nullable WaitingStep waiting = next.trail().waiting();
        return waiting == null ? this : succeed(waiting);
    }

    PaymentDraft failWaiting(String error, String cause) {
        @Nullable WaitingStep waiting = next.trail().waiting();
        return waiting == null ? this : fail(waiting, error, cause);
    }

    PaymentDraft startUndo(UndoReason reason) {
        return and(UndoRequest.start(orderId(), reason));
    }

    PaymentDraft attention(String attention, String reason) {
        return and(Attention.raise(orderId(), attention, reason));
    }

    <R> Transition<Payment, R> as(R outcome) {
        return new Transition<>(next, intents, outcome);
    }

    private String orderId() {
        return next.trail().orderId();
    }

    private PaymentDraft and(Intent intent) {
        intents.add(intent);
        return this;
    }
}

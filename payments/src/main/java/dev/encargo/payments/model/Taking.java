package dev.encargo.payments.model;

import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.Money;
import dev.encargo.platform.documents.Transition;
import dev.encargo.platform.effects.WaitingStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The step TakePayment: the money is asked for once by one key, a later message is answered from the document.
public final class Taking {

    /// What the payment is to be.
    public record Wanted(
            String orderId,
            Money amount,
            String method,
            @Nullable Confidential customer) {}

    /// What is left to do beside the document.
    public sealed interface Next {
        record Ask(Money amount, String method) implements Next {}

        record Nothing(String why) implements Next {}
    }

    private Taking() {}

    public static Transition<Payment, Next> ask(@Nullable Payment payment, Wanted wanted, WaitingStep step) {
        if (payment == null) {
            Payment asked = new Payment(
                    wanted.orderId(),
                    PaymentState.ASKED,
                    wanted.amount(),
                    wanted.method(),
                    wanted.customer(),
                    null,
                    null,
                    null,
                    step,
                    false,
                    0,
                    List.of());
            return Transition.none(asked, new Next.Ask(wanted.amount(), wanted.method()));
        }
        return again(payment, wanted, step);
    }

    private static Transition<Payment, Next> again(Payment payment, Wanted wanted, WaitingStep step) {
        @Nullable WaitingStep known = payment.waiting();
        boolean later = known == null || step.isLaterThan(known);
        PaymentDraft draft = new PaymentDraft(payment);
        if (!later && !step.equals(known)) {
            return draft.as(new Next.Nothing("superseded"));
        }
        if (later && payment.state() != PaymentState.CLOSED) {
            draft.waiting(step);
        }
        return switch (payment.state()) {
            case ASKED -> draft.as(new Next.Ask(wanted.amount(), wanted.method()));
            case CAPTURED -> draft.succeed(step).as(new Next.Nothing("captured"));
            case DECLINED ->
                draft.fail(step, Refusals.DECLINED, "the provider has declined").as(new Next.Nothing("declined"));
            case CLOSED, REFUNDED ->
                draft.fail(step, Refusals.closed(payment.closedFor()), "the order is closed")
                        .as(new Next.Nothing("closed"));
        };
    }

    /// What the provider says of a payment that was asked for, in a notice or in the call's own answer. The outcome
    /// says whether it was news; `notices` are kept either way.
    public static Transition<Payment, Boolean> answered(Payment payment, PaymentAnswer answer, List<String> notices) {
        if (payment.state() != PaymentState.ASKED) {
            return Transition.none(payment.noting(notices), false);
        }
        PaymentDraft draft = new PaymentDraft(payment).keep(notices);
        return switch (answer) {
            case PaymentAnswer.Captured capture -> {
                draft.captured(capture);
                yield draft.isCaptured()
                        ? draft.succeedWaiting().as(true)
                        : draft.failWaiting(Refusals.DECLINED, "another amount was captured")
                                .as(true);
            }
            case PaymentAnswer.Declined declined ->
                draft.declined(declined.reason())
                        .failWaiting(Refusals.DECLINED, declined.reason())
                        .as(true);
            case PaymentAnswer.Pending _, PaymentAnswer.Canceled _, PaymentAnswer.Refunded _ ->
                Transition.none(payment.noting(notices), false);
        };
    }
}

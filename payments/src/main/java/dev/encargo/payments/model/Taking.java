package dev.encargo.payments.model;

import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.Money;
import dev.encargo.contracts.UndoReason;
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
            Trail trail = Trail.of(wanted.orderId(), wanted.customer(), step);
            return Transition.none(
                    new Payment.Asked(trail, wanted.amount()), new Next.Ask(wanted.amount(), wanted.method()));
        }
        return payment.trail().supersedes(step)
                ? Transition.none(payment, new Next.Nothing("superseded"))
                : again(payment, wanted, step);
    }

    private static Transition<Payment, Next> again(Payment payment, Wanted wanted, WaitingStep step) {
        Payment awaited = payment.with(payment.trail().awaitedBy(step));
        return switch (payment) {
            case Payment.Asked _ -> Transition.none(awaited, new Next.Ask(wanted.amount(), wanted.method()));
            case Payment.Captured _ -> new PaymentDraft(awaited).succeed(step).as(new Next.Nothing("captured"));
            case Payment.Mismatched _, Payment.Declined _ ->
                new PaymentDraft(awaited)
                        .fail(step, Refusals.DECLINED, "the provider has declined")
                        .as(new Next.Nothing("declined"));
            case Payment.Closed closed -> closed(closed, closed.reason(), step);
            case Payment.Refunded refunded -> closed(awaited, refunded.closedFor(), step);
        };
    }

    private static Transition<Payment, Next> closed(Payment next, @Nullable UndoReason reason, WaitingStep step) {
        return new PaymentDraft(next)
                .fail(step, Refusals.closed(reason), "the order is closed")
                .as(new Next.Nothing("closed"));
    }

    /// What the provider says of a payment that was asked for, in a notice or in the call's own answer. The outcome
    /// says whether it was news; `notices` are kept either way.
    public static Transition<Payment, Boolean> answered(Payment payment, PaymentAnswer answer, List<String> notices) {
        Payment noted = payment.noting(notices);
        return switch (noted) {
            case Payment.Asked asked -> decided(asked, answer);
            case Payment.Captured _, Payment.Mismatched _, Payment.Declined _, Payment.Closed _, Payment.Refunded _ ->
                Transition.none(noted, false);
        };
    }

    private static Transition<Payment, Boolean> decided(Payment.Asked asked, PaymentAnswer answer) {
        return switch (answer) {
            case PaymentAnswer.Captured capture
            when asked.isPaidBy(capture.amount()) ->
                PaymentDraft.captured(asked, capture).succeedWaiting().as(true);
            case PaymentAnswer.Captured capture ->
                PaymentDraft.mismatched(asked, capture)
                        .failWaiting(Refusals.DECLINED, "another amount was captured")
                        .as(true);
            case PaymentAnswer.Declined(String reason) ->
                PaymentDraft.declined(asked, reason)
                        .failWaiting(Refusals.DECLINED, reason)
                        .as(true);
            case PaymentAnswer.Pending _, PaymentAnswer.Canceled _, PaymentAnswer.Refunded _ ->
                Transition.none(asked, false);
        };
    }
}

package dev.encargo.payments.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.contracts.Money;
import dev.encargo.contracts.PaymentEvent.PaymentRefunded;
import dev.encargo.contracts.UndoReason;
import dev.encargo.platform.documents.Transition;
import dev.encargo.platform.effects.Intent;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RefundingTest {
    private static final Money PRICE = new Money(5300, "EUR");
    private static final PaymentAnswer CAPTURED = new PaymentAnswer.Captured(PRICE, "pay_1");
    private static final PaymentAnswer REFUNDED = new PaymentAnswer.Refunded(PRICE, "pay_1");

    @Test
    @DisplayName("F37 a capture of nothing is given back without a refund, which a provider may refuse to make")
    void a_capture_of_nothing_needs_no_refund() {
        Money nothing = new Money(0, "EUR");
        Payment captured = new Payment.Captured(Trail.of("ord_1", null, null), nothing, "pay_1");
        PaymentAnswer still = new PaymentAnswer.Captured(nothing, "pay_1");
        Transition<Payment, Refunding.Refunded> refunded =
                Refunding.refund(captured, "ord_1", UndoReason.Canceled, still);
        assertThat(refunded.outcome()).isEqualTo(new Refunding.Refunded.Back(nothing));
        assertThat(refunded.body()).isInstanceOf(Payment.Refunded.class);
    }

    @Nested
    class a_provider_that_does_not_hold_to_its_bar {
        private final Payment closed = Payment.closed("ord_1", UndoReason.Canceled);

        @Test
        @DisplayName("F38 takes money after the payment was closed: it is refunded, once, and told to the customer")
        void a_late_success_is_refunded_once() {
            assertThat(Refunding.isLateSuccess(closed, CAPTURED)).isTrue();
            Transition<Payment, Boolean> refunded = Refunding.lateRefund(closed, REFUNDED, List.of("raw"));
            assertThat(refunded.intents())
                    .containsExactly(new Intent.Publish(new PaymentRefunded(PRICE, "pay_1", true), 1, null));
            assertThat(refunded.body()).isInstanceOf(Payment.Refunded.class);
            assertThat(Refunding.isLateSuccess(refunded.body(), CAPTURED)).isFalse();
            assertThat(Refunding.lateRefund(refunded.body(), REFUNDED, List.of())
                            .intents())
                    .isEmpty();
        }

        @Test
        void denies_a_capture_that_it_had_reported_and_reports_it_again_so_it_is_refunded() {
            Payment captured = new Payment.Captured(Trail.of("ord_1", null, null), PRICE, "pay_1");
            Payment denied = Refunding.refund(
                            captured, "ord_1", UndoReason.Canceled, new PaymentAnswer.Declined("unknown"))
                    .body();
            assertThat(denied).isInstanceOf(Payment.Declined.class);
            assertThat(Refunding.isLateSuccess(denied, CAPTURED)).isTrue();
            assertThat(Refunding.lateRefund(denied, REFUNDED, List.of()).body()).isInstanceOf(Payment.Refunded.class);
        }

        @Test
        void nothing_is_published_when_nothing_was_taken() {
            assertThat(Refunding.lateRefund(closed, new PaymentAnswer.Canceled(), List.of())
                            .intents())
                    .isEmpty();
        }
    }
}

package dev.encargo.payments.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.contracts.UndoReason;
import dev.encargo.payments.model.Payment;
import dev.encargo.platform.webhook.NoticeRecords;
import dev.encargo.providers.CallFault;
import dev.encargo.providers.Operation;
import dev.encargo.providers.Signature;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Taking payment")
class TakingPaymentTest {
    private Till till;

    @BeforeEach
    void open() throws Exception {
        till = new Till();
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Nested
    class the_provider_decides {
        @Test
        void a_capture_is_recorded_published_and_answered() {
            till.take(null);
            assertThat(till.captured(5300)).isEqualTo(200);
            assertThat(till.platform.publishedTypes()).containsExactly("PaymentCaptured");
            assertThat(till.errorOf("token")).isEqualTo("success");
            assertThat(till.payment().trail().notices()).hasSize(1);
        }

        @Test
        void a_refusal_fails_the_step_and_starts_the_undo() {
            till.take("pm_declined");
            till.declined();
            assertThat(till.platform.publishedTypes()).containsExactly("PaymentDeclined");
            assertThat(till.errorOf("token")).isEqualTo("PaymentDeclined");
            assertThat(till.platform.starts)
                    .singleElement()
                    .satisfies(start -> assertThat(start.input()).contains("\"reason\":\"PaymentDeclined\""));
        }

        @Test
        void the_payment_method_is_told_to_nobody_else() {
            till.take("pm_ok");
            till.captured(5300);
            till.refund(UndoReason.Canceled);
            assertThat(till.platform.published)
                    .noneMatch(event -> event.detail().contains("pm_ok"));
        }

        @Test
        @DisplayName("F35 a notice that is there before our own response is accepted by its key")
        void a_notice_before_the_response_is_accepted() {
            till.providers.faults().next(Operation.TAKE_PAYMENT, CallFault.timeOutAfterSuccess(), 1);
            assertThat(till.take("pm_ok")).as("no answer within three seconds").contains("m1");
            assertThat(till.captured(5300)).isEqualTo(200);
            assertThat(till.take("pm_ok")).doesNotContain("m1");
            assertThat(till.platform.publishedTypes()).containsExactly("PaymentCaptured");
        }

        @Test
        @DisplayName("F41 another amount is no payment: declined as AmountMismatch, undone, and given back")
        void another_amount_is_given_back() throws Exception {
            till.take("pm_wrong_amount");
            String known = till.provider();
            long taken = Long.parseLong(known.replaceFirst(".*\"captured\":(\\d+).*", "$1"));
            assertThat(taken).isNotEqualTo(5300);
            till.captured(taken);
            assertThat(till.lastEvent()).contains("\"reason\":\"AmountMismatch\"", "\"captured\":{\"minor\":" + taken);
            assertThat(till.platform.starts.getFirst().input()).contains("AmountMismatch");
            assertThat(till.platform.sent)
                    .singleElement()
                    .satisfies(sent -> assertThat(sent.body()).contains("AMOUNT_MISMATCH"));
            assertThat(till.refund(UndoReason.AmountMismatch)).isEqualTo("refunded");
            assertThat(till.lastEvent()).contains("PaymentRefunded", "\"minor\":" + taken);
            assertThat(till.provider()).contains("\"refunded\":" + taken);
        }

        @Test
        @DisplayName("F41 another currency is no payment either")
        void another_currency_is_no_payment() {
            till.take("pm_ok");
            till.notice("payment.captured", "\"reference\":\"p\",\"amount\":5300,\"currency\":\"USD\"");
            assertThat(till.payment()).isInstanceOf(Payment.Mismatched.class);
            assertThat(till.errorOf("token")).isEqualTo("PaymentDeclined");
        }
    }

    @Nested
    class a_message_comes_again {
        @Test
        @DisplayName("F33 the provider timed out but charged: the same key again, one charge")
        void a_time_out_that_charged_is_one_charge() throws Exception {
            till.providers.faults().next(Operation.TAKE_PAYMENT, CallFault.timeOutAfterSuccess(), 1);
            assertThat(till.take("pm_ok")).contains("m1");
            assertThat(till.take("pm_ok")).doesNotContain("m1");
            assertThat(till.provider()).contains("\"captures\":1");
            assertThat(till.payment()).as("applied from the answer").isInstanceOf(Payment.Captured.class);
            till.captured(5300);
            assertThat(till.platform.publishedTypes()).containsExactly("PaymentCaptured");
        }

        @Test
        @DisplayName("F34 an answer 500, then the notice: PAID once")
        void an_answer_500_then_the_notice_is_one_payment() throws Exception {
            assertThat(till.take("pm_error_then_paid")).contains("m1");
            till.captured(5300);
            till.take("pm_error_then_paid");
            assertThat(till.platform.publishedTypes()).containsExactly("PaymentCaptured");
            assertThat(till.platform.answers).hasSize(1);
            assertThat(till.provider()).contains("\"captures\":1");
        }

        @Test
        @DisplayName("F88 the newest token is kept and answered, once")
        void the_newest_token_is_answered() {
            till.take("pm_ok", "newer", Till.ENTERED.plusSeconds(9));
            till.take("pm_ok", "older", Till.ENTERED);
            till.captured(5300);
            till.captured(5300);
            assertThat(till.platform.answers)
                    .singleElement()
                    .satisfies(answer -> assertThat(answer.token()).isEqualTo("newer"));
        }

        @Test
        @DisplayName("F82 after the undo nobody is charged")
        void after_the_undo_nobody_is_charged() throws Exception {
            till.refund(UndoReason.Canceled);
            till.take("pm_ok");
            assertThat(till.errorOf("token")).isEqualTo("OrderCanceled");
            assertThat(till.provider()).contains("unknown-key");
        }
    }

    @Nested
    class the_limit_passes {
        @Test
        @DisplayName("F47 the notice never comes and nothing was taken: the key is barred, the undo started")
        void nothing_was_taken() throws Exception {
            till.take("pm_timeout");
            assertThat(till.settle()).isEqualTo("closed");
            assertThat(till.provider()).contains("canceled", "\"barred\":true");
            assertThat(till.platform.starts.getFirst().input()).contains("PaymentTimedOut");
            assertThat(till.settle()).isEqualTo("closed");
        }

        @Test
        @DisplayName("F87 F89 the money was taken and the notice lost: the run goes on, nothing is refunded")
        void the_money_was_taken() {
            till.take("pm_ok");
            assertThat(till.settle()).isEqualTo("captured");
            assertThat(till.platform.publishedTypes()).containsExactly("PaymentCaptured");
            assertThat(till.platform.starts).isEmpty();
        }

        @Test
        @DisplayName("F47 nothing was asked: inserted closed")
        void nothing_was_asked() {
            assertThat(till.settle()).isEqualTo("closed");
            assertThat(till.payment()).isInstanceOf(Payment.Closed.class);
            assertThat(till.platform.starts).hasSize(1);
        }

        @Test
        @DisplayName("F48 a notice after the limit changes nothing")
        void a_notice_after_the_limit_changes_nothing() {
            till.take("pm_declined");
            till.settle();
            int published = till.platform.published.size();
            assertThat(till.declined()).isEqualTo(200);
            assertThat(till.platform.published).hasSize(published);
        }
    }

    @Nested
    class the_order_is_undone {
        @Test
        @DisplayName("F37 cancel while the payment is in flight: the key is barred and the step fails")
        void a_payment_in_flight_is_barred() throws Exception {
            till.take("pm_slow");
            assertThat(till.refund(UndoReason.Canceled)).isEqualTo("closed");
            assertThat(till.errorOf("token")).isEqualTo("OrderCanceled");
            till.platform.clock.forward(Duration.ofMinutes(1));
            till.providers.clockMoved();
            assertThat(till.provider()).contains("canceled", "\"captured\":0");
        }

        @Test
        @DisplayName(
                "F37 F38 cancel after the capture that nobody told us of: refunded once; the end of the undo tells the customer")
        void an_unknown_capture_is_refunded_once() throws Exception {
            till.take("pm_ok");
            assertThat(till.refund(UndoReason.Canceled)).isEqualTo("refunded");
            assertThat(till.refund(UndoReason.Canceled)).isEqualTo("refunded");
            till.captured(5300);
            assertThat(till.platform.publishedTypes()).containsExactly("PaymentRefunded");
            assertThat(till.lastEvent()).contains("\"late\":false", "\"private\":{", "ana@example.com");
            assertThat(till.provider()).contains("\"captured\":5300,\"refunded\":5300");
        }

        @Test
        @DisplayName(
                "F38 a capture reported after the payment was closed is asked about; what was never taken is not refunded")
        void a_late_notice_is_asked_about() {
            till.take("pm_timeout");
            till.settle();
            till.providers.faults().next(Operation.REFUND_PAYMENT, CallFault.failing(503), 1);
            assertThat(till.captured(5300))
                    .as("not asked yet: the provider repeats the notice")
                    .isEqualTo(503);
            assertThat(till.captured(5300)).isEqualTo(200);
            assertThat(till.platform.publishedTypes()).isEmpty();
            assertThat(till.payment()).isInstanceOf(Payment.Closed.class);
        }

        @Test
        void a_known_capture_is_refunded_without_a_mail_of_its_own() {
            till.take("pm_ok");
            till.captured(5300);
            assertThat(till.refund(UndoReason.Canceled)).isEqualTo("refunded");
            assertThat(till.platform.publishedTypes()).containsExactly("PaymentCaptured", "PaymentRefunded");
            assertThat(till.lastEvent()).contains("\"late\":false");
        }

        @Test
        @DisplayName("F39 a refund that fails is tried again, calls a person once, and claims no success")
        void a_failing_refund_calls_a_person_once() {
            till.take("pm_ok");
            till.captured(5300);
            till.providers.faults().next(Operation.REFUND_PAYMENT, CallFault.failing(500), 4);
            for (int retry = 1; retry < 5; retry++) {
                int count = retry;
                assertThatThrownBy(() -> till.refund(UndoReason.Canceled, count))
                        .hasMessageContaining("unavailable");
            }
            assertThat(till.platform.sent)
                    .singleElement()
                    .satisfies(sent -> assertThat(sent.body()).contains("REFUND_PENDING"));
            assertThat(till.platform.publishedTypes()).containsExactly("PaymentCaptured");
            assertThat(till.refund(UndoReason.Canceled, 5)).isEqualTo("refunded");
        }
    }

    @Nested
    class notices_that_cannot_be_used {
        @Test
        @DisplayName("F36 forged, ten minutes old, malformed: refused, stored as rejected, no effect")
        void a_forged_notice_has_no_effect() {
            till.take("pm_ok");
            String body =
                    "{\"id\":\"n\",\"type\":\"payment.captured\",\"key\":\"ord_1/pay\",\"reference\":\"p\",\"amount\":5300,\"currency\":\"EUR\"}";
            assertThat(till.post(body, Signature.of(body, till.platform.clock.instant(), List.of("forged"))))
                    .isEqualTo(401);
            String genuine =
                    Signature.of(body, till.platform.clock.instant(), till.platform.secrets.get("payment-webhook"));
            till.platform.clock.forward(Duration.ofMinutes(10));
            assertThat(till.post(body, genuine)).isEqualTo(401);
            assertThat(till.post(body, "nonsense")).isEqualTo(400);
            assertThat(till.payment()).isInstanceOf(Payment.Asked.class);
            String slot = new NoticeRecords(till.platform, "payment").slot(body);
            assertThat(till.platform
                            .documents
                            .get("rejected-payment-notices", slot)
                            .orElseThrow()
                            .body())
                    .contains("\"count\":3");
        }

        @Test
        @DisplayName("F72 both live secrets count while one is rotated")
        void both_live_secrets_count() {
            till.take("pm_ok");
            till.platform.secrets.put("payment-webhook", List.of("next", "pay-secret"));
            String body =
                    "{\"id\":\"n\",\"type\":\"payment.captured\",\"key\":\"ord_1/pay\",\"reference\":\"p\",\"amount\":5300,\"currency\":\"EUR\"}";
            assertThat(till.post(body, Signature.of(body, till.platform.clock.instant(), List.of("pay-secret"))))
                    .isEqualTo(200);
            assertThat(till.payment()).isInstanceOf(Payment.Captured.class);
        }

        @Test
        void a_notice_of_an_unknown_order_is_kept_as_unmatched() {
            assertThat(till.captured(5300)).isEqualTo(202);
            assertThat(till.platform.documents.get("unmatched-payment-notices", "ord_1/pay"))
                    .isPresent();
        }

        @Test
        void money_that_moved_without_an_amount_is_refused_and_kept() {
            till.take("pm_ok");
            assertThat(till.notice("payment.captured", "\"reference\":\"pay_1\""))
                    .isEqualTo(400);
            assertThat(till.notice("payment.refunded", "\"amount\":5300,\"currency\":\"NONE\""))
                    .isEqualTo(400);
            assertThat(till.payment()).isInstanceOf(Payment.Asked.class);
            String body = "{\"id\":\"n\",\"type\":\"payment.captured\",\"key\":\"ord_1/pay\",\"reference\":\"pay_1\"}";
            assertThat(till.platform.documents.get(
                            "rejected-payment-notices", new NoticeRecords(till.platform, "payment").slot(body)))
                    .isPresent();
        }

        @Test
        void a_notice_under_another_purpose_of_the_order_is_kept_as_unmatched() {
            till.take("pm_ok");
            String body =
                    "{\"id\":\"n\",\"type\":\"payment.captured\",\"key\":\"ord_1/reserve\",\"reference\":\"p\",\"amount\":5300,\"currency\":\"EUR\"}";
            String signature =
                    Signature.of(body, till.platform.clock.instant(), till.platform.secrets.get("payment-webhook"));
            assertThat(till.post(body, signature)).isEqualTo(202);
            assertThat(till.payment()).isInstanceOf(Payment.Asked.class);
            assertThat(till.platform.documents.get("unmatched-payment-notices", "ord_1/reserve"))
                    .isPresent();
        }

        @Test
        void a_notice_that_changes_nothing_is_kept_all_the_same() {
            till.take("pm_ok");
            assertThat(till.notice("payment.refunded", "\"reference\":\"pay_1\",\"amount\":1,\"currency\":\"EUR\""))
                    .isEqualTo(200);
            assertThat(till.payment()).isInstanceOf(Payment.Asked.class);
            assertThat(till.payment().trail().notices())
                    .singleElement()
                    .asString()
                    .contains("payment.refunded");
        }

        @Test
        @DisplayName("F12 the store is away: 503 and nothing half-written, so that the provider repeats it")
        void the_store_is_away() {
            till.take("pm_ok");
            till.platform.documents.failNextCalls(1);
            assertThat(till.captured(5300)).isEqualTo(503);
            assertThat(till.captured(5300)).isEqualTo(200);
        }
    }
}

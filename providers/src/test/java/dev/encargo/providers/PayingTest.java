package dev.encargo.providers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PayingTest {
    private StandIns standIns;
    private Caller provider;

    @BeforeEach
    void start() throws Exception {
        standIns = new StandIns().listening();
        provider = standIns.payments;
    }

    @AfterEach
    void stop() throws Exception {
        standIns.close();
    }

    @Nested
    class by_each_method {
        @Test
        void an_ordinary_payment_is_accepted_and_its_capture_told() throws Exception {
            Caller.Answer answer = provider.pay("ord_1", 5300, "pm_ok");
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.text("reference")).startsWith("pay_");
            JsonNode notice = standIns.receiver.await(1).getFirst().json();
            assertThat(notice.path("type").asText()).isEqualTo("payment.captured");
            assertThat(notice.path("key").asText()).isEqualTo("ord_1/pay");
            assertThat(notice.path("orderId").asText()).isEqualTo("ord_1");
            assertThat(notice.path("amount").asLong()).isEqualTo(5300);
            assertThat(notice.path("currency").asText()).isEqualTo("EUR");
            assertThat(notice.path("at").asText()).isEqualTo("2026-11-24T10:00:00Z");
        }

        @Test
        void a_payment_without_a_method_is_an_ordinary_one() throws Exception {
            provider.post("/payments", """
                    {"key": "o/pay", "orderId": "o", "amount": 1, "currency": "EUR"}""");
            assertThat(provider.state("payments", "o/pay").text("status")).isEqualTo("captured");
        }

        @Test
        void a_declined_payment_says_why() throws Exception {
            provider.pay("ord_1", 5300, "pm_declined");
            JsonNode notice = standIns.receiver.await(1).getFirst().json();
            assertThat(notice.path("type").asText()).isEqualTo("payment.declined");
            assertThat(notice.path("reason").asText()).isEqualTo("card_declined");
            assertThat(provider.state("payments", "ord_1/pay")
                            .json()
                            .path("captured")
                            .asLong())
                    .isZero();
        }

        @Test
        void a_method_that_the_provider_does_not_know_is_declined() throws Exception {
            provider.pay("ord_1", 5300, "pm_foo");
            JsonNode notice = standIns.receiver.await(1).getFirst().json();
            assertThat(notice.path("type").asText()).isEqualTo("payment.declined");
            assertThat(notice.path("reason").asText()).isEqualTo("unknown_payment_method");
            JsonNode known = provider.state("payments", "ord_1/pay").json();
            assertThat(known.path("reason").asText()).isEqualTo("unknown_payment_method");
            assertThat(known.path("captured").asLong()).isZero();
        }

        @Test
        void a_slow_payment_is_captured_after_two_seconds_of_the_clock() throws Exception {
            provider.pay("ord_1", 5300, "pm_slow");
            standIns.forward(Duration.ofMillis(1999));
            assertThat(provider.state("payments", "ord_1/pay").text("status")).isEqualTo("pending");
            standIns.forward(Duration.ofMillis(1));
            assertThat(standIns.receiver.await(1).getFirst().type()).isEqualTo("payment.captured");
        }

        @Test
        void a_late_payment_is_captured_a_minute_after_the_limit() throws Exception {
            provider.pay("ord_1", 5300, "pm_late");
            standIns.forward(Duration.ofMinutes(30));
            assertThat(provider.state("payments", "ord_1/pay").text("status")).isEqualTo("pending");
            assertThat(standIns.providers.nextDue())
                    .contains(standIns.clock.instant().plusSeconds(60));
            standIns.forward(Duration.ofMinutes(5));
            JsonNode notice = standIns.receiver.await(1).getFirst().json();
            assertThat(notice.path("at").asText()).isEqualTo("2026-11-24T10:31:00Z");
        }

        @Test
        void a_late_payment_is_captured_although_its_cancel_was_agreed_to() throws Exception {
            provider.pay("ord_1", 5300, "pm_late");
            assertThat(provider.act("payments", "ord_1/pay", "cancel").text("status"))
                    .isEqualTo("canceled");
            standIns.forward(Duration.ofMinutes(31));
            assertThat(standIns.receiver.await(1).getFirst().type()).isEqualTo("payment.captured");
            assertThat(provider.act("payments", "ord_1/pay", "refund").text("status"))
                    .isEqualTo("refunded");
        }

        @Test
        void a_payment_that_never_ends_stays_pending_until_canceled() throws Exception {
            provider.pay("ord_1", 5300, "pm_timeout");
            standIns.forward(Duration.ofDays(30));
            assertThat(provider.state("payments", "ord_1/pay").text("status")).isEqualTo("pending");
            assertThat(provider.act("payments", "ord_1/pay", "cancel").text("status"))
                    .isEqualTo("canceled");
        }

        @Test
        void an_error_on_the_first_call_hides_a_capture() throws Exception {
            assertThat(provider.pay("ord_1", 5300, "pm_error_then_paid").status())
                    .isEqualTo(500);
            assertThat(standIns.receiver.await(1).getFirst().type()).isEqualTo("payment.captured");
            assertThat(provider.pay("ord_1", 5300, "pm_error_then_paid").status())
                    .isEqualTo(202);
            assertThat(provider.state("payments", "ord_1/pay")
                            .json()
                            .path("captures")
                            .asInt())
                    .isEqualTo(1);
        }

        @Test
        void a_duplicate_webhook_is_the_same_notice_twice() throws Exception {
            provider.pay("ord_1", 5300, "pm_duplicate_webhook");
            List<Receiver.Arrival> arrivals = standIns.receiver.await(2);
            assertThat(arrivals.get(0).body()).isEqualTo(arrivals.get(1).body());
        }

        @Test
        void a_wrong_amount_is_one_minor_unit_less() throws Exception {
            provider.pay("ord_1", 5300, "pm_wrong_amount");
            assertThat(standIns.receiver
                            .await(1)
                            .getFirst()
                            .json()
                            .path("amount")
                            .asLong())
                    .isEqualTo(5299);
            assertThat(provider.state("payments", "ord_1/pay")
                            .json()
                            .path("captured")
                            .asLong())
                    .isEqualTo(5299);
        }
    }

    @Nested
    class again_by_the_same_key {
        @Test
        void the_same_request_has_the_same_reference_and_charges_once() throws Exception {
            String first = provider.pay("ord_1", 5300, "pm_ok").text("reference");
            Caller.Answer again = provider.pay("ord_1", 5300, "pm_ok");
            assertThat(again.status()).isEqualTo(202);
            assertThat(again.text("reference")).isEqualTo(first);
            assertThat(again.text("status")).isEqualTo("captured");
            JsonNode totals = provider.get("/ledger").json().path("summary").path("totals");
            assertThat(totals.get(0).path("captured").asLong()).isEqualTo(5300);
        }

        @Test
        void another_request_is_refused() throws Exception {
            provider.pay("ord_1", 5300, "pm_ok");
            Caller.Answer other = provider.pay("ord_1", 5301, "pm_ok");
            assertThat(other.status()).isEqualTo(409);
            assertThat(other.text("code")).isEqualTo("different-request");
        }
    }

    @Nested
    class undone_by_key {
        @Test
        void canceling_an_unknown_key_bars_it_for_ever() throws Exception {
            assertThat(provider.act("payments", "ord_1/pay", "cancel").text("status"))
                    .isEqualTo("canceled");
            Caller.Answer late = provider.pay("ord_1", 5300, "pm_ok");
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.text("code")).isEqualTo("key-barred");
        }

        @Test
        void canceling_a_pending_payment_stops_its_capture() throws Exception {
            provider.pay("ord_1", 5300, "pm_slow");
            provider.act("payments", "ord_1/pay", "cancel");
            standIns.forward(Duration.ofMinutes(1));
            Caller.Answer state = provider.pay("ord_1", 5300, "pm_slow");
            assertThat(state.text("status")).isEqualTo("canceled");
            assertThat(standIns.providers.nextDue()).isEmpty();
        }

        @Test
        void canceling_what_is_captured_says_so() throws Exception {
            provider.pay("ord_1", 5300, "pm_ok");
            Caller.Answer answer = provider.act("payments", "ord_1/pay", "cancel");
            assertThat(answer.text("status")).isEqualTo("captured");
            assertThat(answer.json().path("captured").asLong()).isEqualTo(5300);
        }

        @Test
        void a_capture_that_was_due_before_the_cancel_stands() throws Exception {
            provider.pay("ord_1", 5300, "pm_slow");
            standIns.clock.forward(Duration.ofSeconds(3));
            assertThat(provider.act("payments", "ord_1/pay", "cancel").text("status"))
                    .isEqualTo("captured");
        }

        @Test
        void a_refund_gives_back_once_what_was_captured() throws Exception {
            provider.pay("ord_1", 5300, "pm_wrong_amount");
            for (int time = 0; time < 3; time++) {
                Caller.Answer answer = provider.act("payments", "ord_1/pay", "refund");
                assertThat(answer.text("status")).isEqualTo("refunded");
                assertThat(answer.json().path("refunded").asLong()).isEqualTo(5299);
            }
            List<Receiver.Arrival> told = standIns.receiver.await(2);
            assertThat(told).extracting(Receiver.Arrival::type).containsExactly("payment.captured", "payment.refunded");
        }

        @Test
        void refunding_an_unknown_key_bars_it() throws Exception {
            assertThat(provider.act("payments", "ord_1/pay", "refund").text("status"))
                    .isEqualTo("canceled");
            assertThat(provider.pay("ord_1", 5300, "pm_ok").status()).isEqualTo(409);
        }

        @Test
        void a_planted_second_charge_is_seen_and_given_back_alone() throws Exception {
            provider.pay("ord_1", 5300, "pm_ok");
            standIns.providers.payments().chargeAgain("ord_1/pay");
            JsonNode ledger = provider.get("/ledger?orderId=ord_1").json();
            assertThat(ledger.path("summary")
                            .path("doubleCharged")
                            .path("ord_1/pay")
                            .asInt())
                    .isEqualTo(2);
            String refund = "/payments/" + Caller.segment("ord_1/pay") + "/refund";
            for (int time = 0; time < 2; time++) {
                JsonNode state = provider.post(refund, "{\"keep\": 5300}").json();
                assertThat(state.path("captured").asLong()).isEqualTo(10600);
                assertThat(state.path("refunded").asLong()).isEqualTo(5300);
                assertThat(state.path("status").asText()).isEqualTo("captured");
            }
        }
    }
}

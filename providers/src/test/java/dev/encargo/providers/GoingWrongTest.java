package dev.encargo.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GoingWrongTest {
    private StandIns standIns;
    private Faults faults;

    @BeforeEach
    void start() throws Exception {
        standIns = new StandIns().listening();
        faults = standIns.providers.faults();
    }

    @AfterEach
    void stop() throws Exception {
        standIns.close();
    }

    @Nested
    class in_a_call {
        @Test
        void a_call_without_an_answer_is_done_all_the_same() throws Exception {
            faults.next(Operation.TAKE_PAYMENT, new CallFault.NoAnswer(Duration.ofMillis(10)), 1);
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> standIns.payments.pay("ord_1", 5300, "pm_ok"));
            assertThat(standIns.payments.pay("ord_1", 5300, "pm_ok").text("status"))
                    .isEqualTo("captured");
        }

        @Test
        void a_refused_call_is_not_done_and_the_plan_ends() throws Exception {
            faults.next(Operation.RESERVE, CallFault.failing(429), 2);
            assertThat(standIns.warehouse.reserve("ord_1", "A", 1).status()).isEqualTo(429);
            assertThat(standIns.warehouse.reserve("ord_1", "A", 1).status()).isEqualTo(429);
            assertThat(standIns.warehouse.state("reservations", "ord_1/reserve").status())
                    .isEqualTo(404);
            assertThat(standIns.warehouse.reserve("ord_1", "A", 1).status()).isEqualTo(202);
        }

        @Test
        void a_failed_call_may_be_done() throws Exception {
            faults.next(Operation.RESERVE, CallFault.failingAfterSuccess(500), 1);
            assertThat(standIns.warehouse.reserve("ord_1", "A", 1).status()).isEqualTo(500);
            assertThat(standIns.warehouse.state("reservations", "ord_1/reserve").text("status"))
                    .isEqualTo("reserved");
        }

        @Test
        void a_refund_fails_as_often_as_planned_for_that_order_only() throws Exception {
            standIns.payments.pay("ord_1", 5300, "pm_ok");
            standIns.payments.pay("ord_2", 5300, "pm_ok");
            faults.nextOf("ord_1", Operation.REFUND_PAYMENT, CallFault.failing(500), 2);
            assertThat(standIns.payments.act("payments", "ord_2/pay", "refund").status())
                    .isEqualTo(200);
            assertThat(standIns.payments.act("payments", "ord_1/pay", "refund").status())
                    .isEqualTo(500);
            assertThat(standIns.payments.act("payments", "ord_1/pay", "refund").status())
                    .isEqualTo(500);
            assertThat(standIns.payments.act("payments", "ord_1/pay", "refund").text("status"))
                    .isEqualTo("refunded");
        }

        @Test
        void a_payment_is_charged_twice_or_wrongly() throws Exception {
            faults.nextOf("ord_1", Operation.TAKE_PAYMENT, new CallFault.ChargedTwice(), 1);
            faults.nextOf("ord_2", Operation.TAKE_PAYMENT, new CallFault.WrongAmount(700), 1);
            standIns.payments.pay("ord_1", 5300, "pm_ok");
            standIns.payments.pay("ord_2", 5300, "pm_slow");
            standIns.forward(Duration.ofSeconds(2));
            assertThat(standIns.payments
                            .state("payments", "ord_1/pay")
                            .json()
                            .path("captured")
                            .asLong())
                    .isEqualTo(10600);
            assertThat(standIns.payments
                            .state("payments", "ord_2/pay")
                            .json()
                            .path("captured")
                            .asLong())
                    .isEqualTo(6000);
        }
    }

    @Nested
    class in_a_notice {
        @Test
        void a_dropped_notice_never_comes() throws Exception {
            faults.next(NoticeType.PAYMENT_CAPTURED, new NoticeFault.Dropped(), 1);
            standIns.payments.pay("ord_1", 5300, "pm_ok");
            standIns.forward(Duration.ofDays(2));
            assertThat(standIns.providers.quiet()).isTrue();
            assertThat(standIns.receiver.arrivals()).isEmpty();
        }

        @Test
        void a_held_notice_comes_when_released() throws Exception {
            faults.next(NoticeType.PAYMENT_CAPTURED, new NoticeFault.Held(), 1);
            standIns.payments.pay("ord_1", 5300, "pm_ok");
            standIns.payments.act("payments", "ord_1/pay", "refund");
            standIns.receiver.await(1);
            assertThat(faults.releaseHeld()).isEqualTo(1);
            standIns.receiver.await(2);
            assertThat(standIns.receiver.types()).containsExactly("payment.refunded", "payment.captured");
        }

        @Test
        void a_notice_comes_as_often_as_planned() throws Exception {
            faults.next(NoticeType.STOCK_RESERVED, new NoticeFault.Repeated(10), 1);
            standIns.warehouse.reserve("ord_1", "A", 1);
            assertThat(standIns.receiver.await(10)).hasSize(10);
        }

        @Test
        void a_late_notice_comes_after_the_next() throws Exception {
            faults.next(NoticeType.PAYMENT_CAPTURED, new NoticeFault.Late(Duration.ofMinutes(5)), 1);
            standIns.payments.pay("ord_1", 5300, "pm_ok");
            standIns.payments.act("payments", "ord_1/pay", "refund");
            standIns.receiver.await(1);
            standIns.forward(Duration.ofMinutes(5));
            standIns.receiver.await(2);
            assertThat(standIns.receiver.types()).containsExactly("payment.refunded", "payment.captured");
        }
    }

    @Nested
    class in_what_is_asked {
        @Test
        void nonsense_is_refused_with_a_code() throws Exception {
            assertThat(standIns.payments.post("/payments", "{").status()).isEqualTo(400);
            assertThat(standIns.payments.post("/payments", "[]").status()).isEqualTo(422);
            assertThat(standIns.payments.post("/payments", """
                    {"key": "k", "orderId": "o", "amount": 1.5, "currency": "EUR"}""").status()).isEqualTo(422);
            assertThat(standIns.warehouse.post("/reservations", """
                    {"key": "k", "orderId": "o", "lines": []}""").status()).isEqualTo(422);
            assertThat(standIns.payments
                            .get("/payments/" + Caller.segment("no/pay"))
                            .status())
                    .isEqualTo(404);
            assertThat(standIns.payments.get("/nothing").text("code")).isEqualTo("no-such-route");
        }
    }
}

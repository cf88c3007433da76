package dev.encargo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.function.Mishaps.Mishap;
import dev.encargo.providers.CallFault;
import dev.encargo.providers.NoticeFault;
import dev.encargo.providers.NoticeType;
import dev.encargo.providers.Operation;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a payment on the local host")
class PaymentsOnTheHostTest {
    @RegisterExtension
    static final SharedWorld SHARED = new SharedWorld();

    private World world;

    @BeforeEach
    void enter() {
        world = SHARED.world();
    }

    @Test
    @DisplayName(
            "F33: the provider charges and its answer is lost, and its notice too: asked again by the same key, one charge")
    void an_answer_lost_after_the_charge_is_one_charge() throws Exception {
        world.outside().next(Operation.TAKE_PAYMENT, new CallFault.NoAnswer(Duration.ofMillis(50)), 1);
        world.outside().next(NoticeType.PAYMENT_CAPTURED, new NoticeFault.Dropped(), 1);
        String id = world.place("pm_ok");
        world.settle();
        assertThat(world.status(id)).isEqualTo("RESERVED");
        assertThat(payment(id).path("captured").asLong()).isEqualTo(5300);
        world.forward(Duration.ofMinutes(2));
        assertThat(world.status(id)).isEqualTo("PAID");
    }

    @Test
    @DisplayName("F33: the provider charges and does not answer within our three seconds")
    void a_time_out_after_the_charge_is_one_charge() throws Exception {
        world.outside().next(Operation.TAKE_PAYMENT, CallFault.timeOutAfterSuccess(), 1);
        String id = world.place("pm_ok");
        world.settle();
        assertThat(world.status(id)).isEqualTo("PAID");
        world.forward(Duration.ofMinutes(2));
        assertThat(world.events(id, "PaymentCaptured")).hasSize(1);
    }

    @Test
    @DisplayName("F34: the provider answers 500 and then says paid: paid once")
    void an_error_and_then_paid_is_paid_once() throws Exception {
        String id = world.place("pm_error_then_paid");
        world.settle();
        world.forward(Duration.ofMinutes(5));
        assertThat(world.status(id)).isEqualTo("PAID");
        assertThat(world.events(id, "PaymentCaptured")).hasSize(1);
        assertThat(world.executions(id)).containsExactly("FulfilOrder SUCCEEDED");
    }

    @Test
    @DisplayName("F35: the notice overtakes the answer to our own call")
    void a_notice_before_the_answer_is_accepted() throws Exception {
        world.outside().next(Operation.TAKE_PAYMENT, new CallFault.Slow(Duration.ofMillis(400)), 1);
        String id = world.place("pm_ok");
        while (!world.status(id).equals("PAID")) {
            Thread.onSpinWait();
        }
        world.settle();
        assertThat(world.status(id)).isEqualTo("PAID");
        assertThat(world.events(id, "PaymentCaptured")).hasSize(1);
    }

    @Test
    @DisplayName("F37: a cancel while the payment is undecided bars the payment")
    void a_cancel_while_the_payment_is_undecided_bars_it() throws Exception {
        String id = world.place("pm_timeout");
        world.settle();
        cancel(id);
        world.settle();
        assertThat(world.status(id)).isEqualTo("CANCELED");
        assertThat(payment(id).path("status").asText()).isEqualTo("canceled");
        assertThat(payment(id).path("captures").asLong()).isZero();
    }

    @Test
    @DisplayName("F37 F38: a cancel while the money is on its way to be told gives it back, once, and one mail says so")
    void a_cancel_while_the_capture_is_untold_refunds_it() throws Exception {
        world.outside().next(NoticeType.PAYMENT_CAPTURED, new NoticeFault.Held(), 1);
        String id = world.place("pm_ok");
        world.settle();
        cancel(id);
        world.settle();
        world.outside().releaseHeld();
        world.settle();
        assertThat(world.status(id)).isEqualTo("CANCELED");
        assertThat(payment(id).path("refunded").asLong()).isEqualTo(5300);
        assertThat(world.events(id, "PaymentRefunded"))
                .singleElement()
                .satisfies(refund -> assertThat(refund.path("late").asBoolean()).isFalse());
        assertThat(world.mails(id))
                .singleElement()
                .asString()
                .contains("Your order is canceled and your payment of €53.00 goes back")
                .doesNotContain("/invoice");
    }

    @Test
    @DisplayName("F37: an order that costs nothing is canceled like any other, and nobody speaks of money")
    void an_order_that_costs_nothing_is_canceled() throws Exception {
        String id = world.placed("{\"customerId\":\"c-1\",\"email\":\"ana@example.com\","
                + "\"items\":[{\"sku\":\"FREE\",\"quantity\":1,\"unitPrice\":0}]}");
        world.settle();
        assertThat(world.status(id)).isEqualTo("PAID");
        cancel(id);
        world.settle();
        assertThat(world.status(id)).isEqualTo("CANCELED");
        assertThat(world.order(id).path("attention").asText("")).isEmpty();
        assertThat(world.mails(id).getLast()).contains("You have not been charged", "kind=credit-note");
    }

    @Test
    @DisplayName("F37: a cancel between payment and invoice tells of the money and of no papers")
    void a_cancel_between_payment_and_invoice_shows_no_papers() throws Exception {
        world.next("IssueInvoiceFunction", new Mishap.Fails(), 1);
        String id = world.place("pm_ok");
        world.settle();
        assertThat(world.status(id)).isEqualTo("PAID");
        cancel(id);
        world.settle();
        world.forward(Duration.ofMinutes(5));
        assertThat(world.status(id)).isEqualTo("CANCELED");
        assertThat(world.events(id, "InvoiceIssued")).isEmpty();
        assertThat(world.mails(id))
                .singleElement()
                .asString()
                .contains("your payment of €53.00 goes back")
                .doesNotContain("/invoice", "credit note");
    }

    @Test
    @DisplayName("F40 F81: a twin run fails long after the good run has succeeded: nothing is undone")
    void a_failed_twin_undoes_nothing() throws Exception {
        String id = world.place("pm_ok");
        world.settle();
        world.next("ReserveStockFunction", new Mishap.Fails(), 5);
        world.startTwin(id);
        world.settle();
        world.forward(Duration.ofMinutes(20));
        assertThat(world.executions(id)).containsExactly("FulfilOrder SUCCEEDED", "FulfilOrder SUCCEEDED");
        assertThat(world.status(id)).isEqualTo("PAID");
        assertThat(payment(id).path("refunded").asLong()).isZero();
        world.redrive("stock-requests-dlq", "stock-requests");
        world.settle();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1, -5299, 94_700})
    @DisplayName("F41: another amount is given back, and the order rejected for it, with attention on the way")
    void another_amount_is_given_back(long difference) throws Exception {
        world.outside().next(Operation.TAKE_PAYMENT, new CallFault.WrongAmount(difference), 1);
        world.next("RefundPaymentFunction", new Mishap.Fails(), 100);
        String id = world.place("pm_ok");
        world.settle();
        assertThat(world.status(id)).isEqualTo("RESERVED");
        assertThat(world.order(id).path("attention").asText()).isEqualTo("REFUND_PENDING");
        assertThat(world.send("GET", "/orders/" + id + "/timeline", "").body()).contains("AMOUNT_MISMATCH");
        world.heal();
        world.forward(Duration.ofMinutes(16));
        assertThat(world.status(id)).isEqualTo("REJECTED");
        assertThat(world.order(id).path("reason").asText()).isEqualTo("AmountMismatch");
        assertThat(payment(id).path("refunded").asLong()).isEqualTo(5300 + difference);
        assertThat(world.events(id, "OrderStatusChanged"))
                .noneMatch(change -> change.path("to").asText().equals("PAID"));
    }

    @Test
    @DisplayName(
            "F36: a forged, a ten-minute-old, an unsigned notice is refused and kept as rejected; a replayed one changes nothing")
    void a_notice_that_is_not_genuine_has_no_effect() throws Exception {
        String id = world.place("pm_timeout");
        world.settle();
        String body = """
                {"id":"ntc_x","type":"payment.captured","key":"%s/pay","orderId":"%s","reference":"pay_x","amount":5300,
                 "currency":"EUR","at":"2026-01-01T00:00:00Z"}""".formatted(id, id);
        String secret = world.host().secrets().newest("payment-webhook");
        Instant now = world.host().clock().instant();
        assertThat(notice(body, signed(body, "another secret", now))).isEqualTo(401);
        assertThat(notice(body.replace("5300", "5301"), signed(body, secret, now)))
                .isEqualTo(401);
        assertThat(notice(body, signed(body, secret, now.minusSeconds(600)))).isEqualTo(401);
        assertThat(notice(body, "nonsense")).isEqualTo(400);
        assertThat(world.status(id)).isEqualTo("RESERVED");
        assertThat(world.events(id, "PaymentCaptured")).isEmpty();
        assertThat(world.texts("SELECT body FROM documents WHERE collection = 'rejected-payment-notices'"))
                .anyMatch(kept -> kept.contains("signature-malformed"));
        cancel(id);
        world.settle();
        replayed(secret);
    }

    private void replayed(String secret) throws Exception {
        String id = world.place("pm_ok");
        world.settle();
        String reference = payment(id).path("reference").asText();
        String body = """
                {"id":"ntc_y","type":"payment.captured","key":"%s/pay","orderId":"%s","reference":"%s","amount":5300,
                 "currency":"EUR","at":"2026-01-01T00:00:00Z"}""".formatted(id, id, reference);
        String signature = signed(body, secret, world.host().clock().instant());
        String before = world.order(id).toString();
        assertThat(notice(body, signature)).isEqualTo(200);
        assertThat(notice(body, signature)).isEqualTo(200);
        world.forward(Duration.ofMinutes(10));
        assertThat(notice(body, signature)).as("and ten minutes later").isEqualTo(401);
        assertThat(world.order(id).toString()).isEqualTo(before);
        assertThat(world.events(id, "PaymentCaptured")).hasSize(1);
    }

    private int notice(String body, String signature) {
        return world.send("POST", "/webhooks/payments", body, "Encargo-Signature", signature)
                .statusCode();
    }

    private static String signed(String body, String secret, Instant at) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] hash = mac.doFinal((at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
        return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(hash);
    }

    private void cancel(String id) {
        assertThat(world.send("POST", "/orders/" + id + "/cancel", "").statusCode())
                .isEqualTo(202);
    }

    private JsonNode payment(String id) {
        return world.payments(id).at("/payments/0");
    }
}

package dev.encargo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.function.Mishaps.Mishap;
import dev.encargo.local.queue.Message;
import dev.encargo.providers.CallFault;
import dev.encargo.providers.NoticeFault;
import dev.encargo.providers.NoticeType;
import dev.encargo.providers.Operation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("what comes late, twice or never on the local host")
class LateAndTwiceOnTheHostTest {
    @RegisterExtension
    static final SharedWorld SHARED = new SharedWorld();

    private World world;

    @BeforeEach
    void enter() {
        world = SHARED.world();
    }

    @Test
    @DisplayName(
            "F47 F82: the warehouse never answers: rejected at the limit; its message redriven a day later calls nobody")
    void a_warehouse_that_never_answers_ends_rejected() throws Exception {
        world.outside().next(Operation.RESERVE, CallFault.failing(503), 1_000);
        String id = world.place("pm_ok");
        world.settle();
        world.forward(Duration.ofMinutes(14));
        assertThat(world.status(id)).isEqualTo("PENDING");
        world.forward(Duration.ofMinutes(2));
        assertThat(world.status(id)).isEqualTo("REJECTED");
        assertThat(world.order(id).path("reason").asText()).isEqualTo("ReservationTimedOut");
        world.heal();
        world.forward(Duration.ofDays(1));
        assertThat(world.redrive("stock-requests-dlq", "stock-requests")).isEqualTo(1);
        world.settle();
        assertThat(world.events(id, "StockReserved")).isEmpty();
        assertThat(reservation(id).path("status").asText()).isEqualTo("released");
        assertThat(world.payments(id).path("payments")).isEmpty();
    }

    @Test
    @DisplayName("F82: TakePayment's message comes after its limit and its undo, and again a day later: no charge")
    void a_payment_message_after_the_undo_charges_nobody() throws Exception {
        world.next("TakePaymentFunction", new Mishap.Fails(), 1_000);
        String id = world.place("pm_ok");
        world.settle();
        world.forward(Duration.ofMinutes(31));
        assertThat(world.status(id)).isEqualTo("REJECTED");
        world.heal();
        String late = world.queue("payment-requests-dlq").peek(1).getFirst().body();
        assertThat(world.redrive("payment-requests-dlq", "payment-requests")).isEqualTo(1);
        world.settle();
        world.forward(Duration.ofDays(1));
        world.deliver("payment-requests", List.of(late));
        world.settle();
        assertThat(world.payments(id).path("payments")).isEmpty();
        assertThat(world.status(id)).isEqualTo("REJECTED");
    }

    @Test
    @DisplayName("F82: RequestShipment's message comes a day after the cancel: no parcel")
    void a_shipment_message_after_the_undo_sends_nothing() throws Exception {
        world.next("RequestShipmentFunction", new Mishap.Fails(), 1_000);
        String id = world.place("pm_ok");
        world.settle();
        world.forward(Duration.ofMinutes(10));
        cancel(id);
        world.settle();
        assertThat(world.status(id)).isEqualTo("CANCELED");
        world.heal();
        world.forward(Duration.ofDays(1));
        assertThat(world.redrive("shipment-requests-dlq", "shipment-requests")).isEqualTo(1);
        world.settle();
        assertThat(world.tellWarehouse(id, "dispatch"))
                .as("a shipment nobody asked for")
                .isEqualTo(409);
    }

    @Test
    @DisplayName(
            "F86: the reservation succeeds, its answer and notice are lost, the order is canceled: nothing is held")
    void a_reservation_nobody_told_of_is_released() throws Exception {
        world.outside().next(Operation.RESERVE, new CallFault.NoAnswer(Duration.ofMillis(20)), 1);
        world.outside().next(NoticeType.STOCK_RESERVED, new NoticeFault.Dropped(), 1);
        String id = world.place("pm_ok");
        world.settle();
        assertThat(reservation(id).path("status").asText()).isEqualTo("reserved");
        cancel(id);
        world.forward(Duration.ofMinutes(3));
        assertThat(world.status(id)).isEqualTo("CANCELED");
        assertThat(reservation(id).path("status").asText()).isEqualTo("released");
    }

    @Test
    @DisplayName("F86: the call for the goods reaches the warehouse after the release: it finds its key barred")
    void a_reservation_after_the_release_is_refused() throws Exception {
        world.outside().next(Operation.RESERVE, CallFault.failing(503), 1);
        String id = world.place("pm_ok");
        world.settle();
        cancel(id);
        world.settle();
        assertThat(world.reserveLate(id)).isEqualTo(409);
        world.forward(Duration.ofMinutes(3));
        assertThat(world.status(id)).isEqualTo("CANCELED");
        assertThat(reservation(id).path("status").asText()).isEqualTo("released");
    }

    @ParameterizedTest
    @CsvSource({"ReceiveInventoryNoticeFunction, PENDING", "ReceivePaymentNoticeFunction, RESERVED"})
    @DisplayName("F87: a crash between receiving a notice and applying it: the notice is repeated and applied")
    void a_notice_whose_receiver_crashes_is_applied_later(String receiver, String meanwhile) throws Exception {
        world.next(receiver, new Mishap.Fails(), 2);
        String id = world.place("pm_ok");
        world.settle();
        assertThat(world.status(id)).isIn(meanwhile, "PAID");
        world.forward(Duration.ofMinutes(3));
        assertThat(world.status(id)).isEqualTo("PAID");
        assertThat(world.calls(receiver))
                .as("two crashes and one success at least")
                .isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOCK_RESERVED", "PAYMENT_CAPTURED"})
    @DisplayName("F87: and if the notice is never repeated, the party is asked by key before anything is closed")
    void a_notice_never_repeated_is_asked_for(NoticeType lost) throws Exception {
        world.outside().next(lost, new NoticeFault.Dropped(), 1);
        String id = world.place("pm_ok");
        world.settle();
        assertThat(world.status(id)).isNotEqualTo("PAID");
        world.forward(Duration.ofMinutes(31));
        assertThat(world.status(id)).isEqualTo("PAID");
        assertThat(world.executions(id)).containsExactly("FulfilOrder SUCCEEDED");
    }

    @ParameterizedTest
    @CsvSource({
        "ReserveStockFunction, STOCK_RESERVED, stock-requests",
        "TakePaymentFunction, PAYMENT_CAPTURED, payment-requests"
    })
    @DisplayName("F88: a message with an older token comes after a newer one: the newer is kept, one answer")
    void an_older_token_after_a_newer_one_is_superseded(String function, NoticeType notice, String queue)
            throws Exception {
        world.outside().next(notice, new NoticeFault.Held(), 1);
        world.next(function, new Mishap.Fails(), 1);
        String id = world.place("pm_ok");
        world.settle();
        world.abortAndRedrive(id);
        world.settle();
        assertThat(world.queue(queue).peek(10))
                .as("the older message waits to come again")
                .hasSize(1);
        world.forward(Duration.ofMinutes(2));
        assertThat(world.queue(queue).peek(10)).as("it came").isEmpty();
        assertThat(world.executions(id)).containsExactly("FulfilOrder RUNNING");
        world.outside().releaseHeld();
        world.settle();
        assertThat(world.status(id)).isEqualTo("PAID");
        assertThat(world.executions(id)).containsExactly("FulfilOrder SUCCEEDED");
    }

    @ParameterizedTest
    @CsvSource({
        "UpdateOrderStatusFunction, order-facts",
        "RequestShipmentFunction, shipment-requests",
        "NotifyCustomerFunction, customer-mail"
    })
    @DisplayName("F90: a function fails three times behind the bus: its message comes again until it is handled")
    void a_function_that_fails_three_times_is_called_again(String function, String queue) throws Exception {
        world.next(function, new Mishap.Fails(), 3);
        String id = world.place("pm_ok");
        world.settle();
        world.forward(Duration.ofMinutes(5));
        assertThat(world.status(id)).isEqualTo("PAID");
        assertThat(world.queue(queue).peek(10)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "UpdateOrderStatusFunction, order-facts",
        "RequestShipmentFunction, shipment-requests",
        "NotifyCustomerFunction, customer-mail"
    })
    @DisplayName(
            "F30 F90: and if it fails for ever its messages are dead letters with their cause, and a redrive does all of it")
    void what_fails_for_ever_can_be_redriven(String function, String queue) throws Exception {
        world.next(function, new Mishap.Fails(), 1_000);
        String id = world.place("pm_ok");
        world.settle();
        world.forward(Duration.ofMinutes(10));
        List<Message> letters = world.queue(queue + "-dlq").peek(100);
        assertThat(letters)
                .isNotEmpty()
                .allSatisfy(letter -> assertThat(letter.error()).contains("planned to fail"));
        world.heal();
        world.redrive(queue + "-dlq", queue);
        world.settle();
        assertThat(world.queue(queue + "-dlq").peek(10)).isEmpty();
        assertThat(world.status(id)).isEqualTo("PAID");
        assertThat(world.tellWarehouse(id, "dispatch")).isEqualTo(200);
        world.settle();
        assertThat(world.status(id)).isEqualTo("SHIPPED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"order-facts", "customer-mail", "shipment-requests", "payment-requests", "stock-requests"})
    @DisplayName("F26: a poison message is a dead letter with its cause; the orders beside it do not notice")
    void a_poison_message_harms_no_order(String queue) throws Exception {
        world.deliver(queue, List.of("{\"poison\": true}"));
        String beside = world.place("pm_ok");
        world.deliver(queue, List.of("no JSON at all"));
        String after = world.place("pm_declined");
        world.settle();
        assertThat(world.status(beside)).isEqualTo("PAID");
        assertThat(world.status(after)).isEqualTo("REJECTED");
        world.forward(Duration.ofMinutes(10));
        List<Message> letters = world.queue(queue + "-dlq").peek(10);
        assertThat(letters)
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter.error()).isNotBlank());
        world.queue(queue + "-dlq").purge(letters.stream().map(Message::id).toList());
    }

    @Test
    @DisplayName("F20 F21: every notice ten times, and all of an order's events again a day later: the same state")
    void everything_again_changes_nothing() throws Exception {
        for (NoticeType type : NoticeType.values()) {
            world.outside().next(type, new NoticeFault.Repeated(10), 1);
        }
        String id = world.place("pm_ok");
        world.settle();
        world.tellWarehouse(id, "dispatch");
        world.settle();
        JsonNode before = world.order(id);
        long mails = world.count("SELECT count(*) FROM mails");
        world.forward(Duration.ofDays(1));
        world.deliverAgain(id);
        world.forward(Duration.ofMinutes(20));
        assertThat(world.order(id)).isEqualTo(before);
        assertThat(world.count("SELECT count(*) FROM mails")).isEqualTo(mails);
    }

    private void cancel(String id) {
        assertThat(world.send("POST", "/orders/" + id + "/cancel", "").statusCode())
                .isEqualTo(202);
    }

    private JsonNode reservation(String id) {
        for (JsonNode reservation : world.warehouse().path("reservations")) {
            if (reservation.path("orderId").asText().equals(id)) {
                return reservation;
            }
        }
        throw new AssertionError("no reservation of " + id);
    }
}

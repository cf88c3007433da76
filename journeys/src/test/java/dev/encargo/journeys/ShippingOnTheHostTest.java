package dev.encargo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.function.Mishaps.Mishap;
import dev.encargo.providers.CallFault;
import dev.encargo.providers.NoticeFault;
import dev.encargo.providers.NoticeType;
import dev.encargo.providers.Operation;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("a shipment on the local host")
class ShippingOnTheHostTest {
    @RegisterExtension
    static final SharedWorld SHARED = new SharedWorld();

    private World world;

    @BeforeEach
    void enter() {
        world = SHARED.world();
    }

    @Test
    void a_parcel_is_dispatched_and_delivered_and_the_customer_hears_of_the_first() throws Exception {
        String id = paid();
        assertThat(world.tellWarehouse(id, "dispatch")).isEqualTo(200);
        world.settle();
        assertThat(world.status(id)).isEqualTo("SHIPPED");
        assertThat(world.tellWarehouse(id, "deliver")).isEqualTo(200);
        world.settle();
        assertThat(world.status(id)).isEqualTo("DELIVERED");
        assertThat(mails(id)).as("of the payment and of the parcel").isEqualTo(2);
        assertThat(sold(id)).isTrue();
    }

    @Test
    @DisplayName("F87: the dispatch's notice is lost: ChaseShipments asks, and the order is shipped")
    void a_dispatch_whose_notice_is_lost_is_found() throws Exception {
        world.outside().next(NoticeType.SHIPMENT_DISPATCHED, new NoticeFault.Dropped(), 1);
        String id = paid();
        world.tellWarehouse(id, "dispatch");
        world.forward(Duration.ofMinutes(110));
        assertThat(world.status(id)).as("before the limit").isEqualTo("PAID");
        world.forward(Duration.ofMinutes(30));
        assertThat(world.status(id)).isEqualTo("SHIPPED");
        assertThat(world.events(id, "ShipmentDispatched")).hasSize(1);
    }

    @Test
    @DisplayName("F87: both notices of a parcel are lost: it is found delivered")
    void a_delivery_whose_notices_are_lost_is_found() throws Exception {
        world.outside().next(NoticeType.SHIPMENT_DISPATCHED, new NoticeFault.Dropped(), 1);
        world.outside().next(NoticeType.SHIPMENT_DELIVERED, new NoticeFault.Dropped(), 1);
        String id = paid();
        world.tellWarehouse(id, "dispatch");
        world.tellWarehouse(id, "deliver");
        world.forward(Duration.ofMinutes(140));
        assertThat(world.status(id)).isEqualTo("DELIVERED");
    }

    @Test
    @DisplayName("F22: delivered is told before dispatched: both are known in the end, each once")
    void notices_out_of_order_end_delivered() throws Exception {
        world.outside().next(NoticeType.SHIPMENT_DISPATCHED, new NoticeFault.Late(Duration.ofMinutes(2)), 1);
        String id = paid();
        world.tellWarehouse(id, "dispatch");
        world.tellWarehouse(id, "deliver");
        world.settle();
        world.forward(Duration.ofMinutes(5));
        assertThat(world.status(id)).isEqualTo("DELIVERED");
        assertThat(world.events(id, "ShipmentDispatched")).hasSize(1);
        assertThat(world.events(id, "ShipmentDelivered")).hasSize(1);
    }

    @Test
    void a_warehouse_that_did_not_hear_of_the_shipment_is_asked_again_by_the_same_key() throws Exception {
        world.outside().next(Operation.REQUEST_SHIPMENT, CallFault.failing(503), 5);
        String id = paid();
        world.forward(Duration.ofMinutes(10));
        assertThat(world.queue("shipment-requests-dlq").peek(10)).hasSize(1);
        world.forward(Duration.ofMinutes(130));
        assertThat(world.tellWarehouse(id, "dispatch")).isEqualTo(200);
        world.settle();
        assertThat(world.status(id)).isEqualTo("SHIPPED");
        assertThat(world.redrive("shipment-requests-dlq", "shipment-requests")).isEqualTo(1);
        world.settle();
    }

    @Test
    @DisplayName(
            "F85: the warehouse dispatches while the cancel is under way, and its notice is lost: shipped, too late")
    void a_parcel_that_leaves_during_the_cancel_is_shipped() throws Exception {
        String id = paid();
        world.outside().next(NoticeType.SHIPMENT_DISPATCHED, new NoticeFault.Dropped(), 1);
        world.next("StopShipmentFunction", new Mishap.Fails(), 1_000);
        assertThat(world.send("POST", "/orders/" + id + "/cancel", "").statusCode())
                .isEqualTo(202);
        world.settle();
        assertThat(world.tellWarehouse(id, "dispatch")).isEqualTo(200);
        world.heal();
        world.forward(Duration.ofMinutes(16));
        JsonNode order = world.order(id);
        assertThat(order.path("status").asText()).isEqualTo("SHIPPED");
        assertThat(order.at("/cancellation/outcome").asText()).isEqualTo("TOO_LATE");
        assertThat(world.payments(id).at("/payments/0/refunded").asLong()).isZero();
        assertThat(world.events(id, "InvoiceCredited")).isEmpty();
    }

    @Test
    @DisplayName(
            "F91: an operator states SHIPPED, fourteen days pass: nothing is undone, nothing chased, no second parcel")
    void an_operators_parcel_stays_shipped() throws Exception {
        String id = paid();
        assertThat(move(id, "SHIPPED")).isEqualTo(200);
        world.settle();
        world.forward(Duration.ofDays(14));
        assertThat(world.status(id)).isEqualTo("SHIPPED");
        assertThat(world.order(id).path("attention").asText("")).isEmpty();
        assertThat(world.executions(id)).containsExactly("FulfilOrder SUCCEEDED");
        assertThat(world.tellWarehouse(id, "dispatch"))
                .as("the warehouse was told not to send it")
                .isEqualTo(409);
        assertThat(move(id, "DELIVERED")).isEqualTo(200);
        world.settle();
        assertThat(world.status(id)).isEqualTo("DELIVERED");
    }

    @Test
    @DisplayName(
            "F89: the fact is written and the step's answer delayed; the operator ships meanwhile: the run goes on")
    void a_fact_whose_answer_is_delayed_lets_the_run_go_on() throws Exception {
        world.outside().next(NoticeType.PAYMENT_CAPTURED, new NoticeFault.Dropped(), 1);
        world.next("SettlePaymentFunction", new Mishap.AnswerLost(), 1_000);
        String id = world.place("pm_ok");
        world.settle();
        world.forward(Duration.ofMinutes(31));
        assertThat(world.status(id)).as("the fact is known").isEqualTo("PAID");
        assertThat(world.executions(id)).as("its answer is not").containsExactly("FulfilOrder RUNNING");
        assertThat(move(id, "SHIPPED")).isEqualTo(200);
        world.settle();
        world.heal();
        world.forward(Duration.ofMinutes(16));
        assertThat(world.executions(id)).containsExactly("FulfilOrder SUCCEEDED");
        assertThat(world.status(id)).isEqualTo("SHIPPED");
        assertThat(world.events(id, "InvoiceIssued")).hasSize(1);
        assertThat(world.events(id, "PaymentRefunded")).isEmpty();
    }

    private String paid() throws InterruptedException {
        String id = world.place("pm_ok");
        world.settle();
        assertThat(world.status(id)).isEqualTo("PAID");
        return id;
    }

    private int move(String id, String status) {
        return world.send("PATCH", "/orders/" + id, "{\"status\":\"" + status + "\"}")
                .statusCode();
    }

    private long mails(String id) {
        return world.count("SELECT count(*) FROM mails WHERE subject LIKE '%' || ? || '%'", id);
    }

    private boolean sold(String id) {
        for (JsonNode reservation : world.warehouse().path("reservations")) {
            if (reservation.path("orderId").asText().equals(id)) {
                return reservation.path("status").asText().equals("sold");
            }
        }
        return false;
    }
}

package dev.encargo.inventory.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.contracts.UndoReason;
import dev.encargo.inventory.model.Shipment;
import dev.encargo.platform.Workflows.Answer;
import dev.encargo.providers.CallFault;
import dev.encargo.providers.Operation;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Stopping shipments and releasing stock")
class UndoingStockTest {
    private Inventory inventory;

    @BeforeEach
    void open() throws Exception {
        inventory = new Inventory();
    }

    @AfterEach
    void close() throws Exception {
        inventory.close();
    }

    private void shipmentAsked() {
        inventory.reserved("ord_1");
        inventory.requestShipment("ord_1");
        inventory.platform.published.clear();
    }

    @Nested
    class before_anything_was_asked {
        @Test
        @DisplayName("F84 a cancel inserts the document closed, once, and says so once")
        void a_cancel_inserts_the_document_closed() {
            for (int time = 0; time < 2; time++) {
                assertThat(inventory.stop("ord_1", UndoReason.Canceled)).isEqualTo("stopped");
                inventory.release("ord_1", UndoReason.Canceled);
            }
            assertThat(inventory.platform.publishedTypes()).containsExactly("OrderUndone");
        }
    }

    @Nested
    class while_the_reservation_is_awaited {
        @Test
        @DisplayName("F84 the waiting step fails, the goods are given back, the order is undone with the first reason")
        void the_waiting_step_fails() throws Exception {
            inventory.reserve("ord_1");
            inventory.stop("ord_1", UndoReason.Canceled);
            inventory.stop("ord_1", UndoReason.PaymentTimedOut);
            inventory.release("ord_1", UndoReason.PaymentTimedOut);
            assertThat(inventory.platform.answerTo("token-ord_1"))
                    .get(InstanceOfAssertFactories.type(Answer.Failure.class))
                    .extracting(Answer.Failure::error)
                    .isEqualTo("OrderCanceled");
            assertThat(inventory.platform.publishedTypes()).containsExactly("StockReleased", "OrderUndone");
            assertThat(inventory.platform.published.getLast().detail()).contains("\"reason\":\"Canceled\"");
            assertThat(inventory.warehouse("GET", "/reservations/ord_1%2Freserve"))
                    .contains("\"released\"");
        }

        @Test
        @DisplayName("F86 a reservation that is reported after the release is released again, and holds nothing")
        void a_late_reservation_is_released() throws Exception {
            inventory.reserve("ord_1");
            inventory.stop("ord_1", UndoReason.Canceled);
            assertThat(inventory.notice("stock.reserved", "ord_1/reserve", "\"reference\":\"res_1\""))
                    .isEqualTo(200);
            assertThat(inventory.stock("ord_1").notices())
                    .singleElement()
                    .asString()
                    .contains("stock.reserved");
            assertThat(inventory.warehouse("GET", "/reservations/ord_1%2Freserve"))
                    .contains("\"released\"");
            inventory.release("ord_1", UndoReason.Canceled);
            inventory.notice("stock.reserved", "ord_1/reserve", "\"reference\":\"res_1\"");
            assertThat(inventory.platform.publishedTypes())
                    .doesNotContain("StockReserved")
                    .endsWith("OrderUndone");
        }

        @Test
        @DisplayName("F86 a call that arrives after the release meets a barred key")
        void a_late_call_meets_a_barred_key() throws Exception {
            inventory.providers.faults().next(Operation.RESERVE, CallFault.failing(503), 1);
            inventory.reserve("ord_1");
            inventory.stop("ord_1", UndoReason.Canceled);
            inventory.release("ord_1", UndoReason.Canceled);
            assertThat(inventory.warehouse("GET", "/reservations/ord_1%2Freserve"))
                    .contains("\"barred\":true");
        }

        @Test
        @DisplayName("F45 releasing twice, or what was never reserved, gives nothing back twice")
        void releasing_twice_gives_nothing_back_twice() throws Exception {
            inventory.reserve("ord_1", "SKU-LAST-ONE", "exe", "token", Inventory.ENTERED);
            inventory.stop("ord_1", UndoReason.Canceled);
            assertThat(inventory.release("ord_1", UndoReason.Canceled)).isEqualTo("released");
            assertThat(inventory.release("ord_1", UndoReason.Canceled)).isEqualTo("known");
            assertThat(inventory.warehouse("GET", "/ledger"))
                    .contains("\"available\":1")
                    .doesNotContain("\"available\":2");
        }
    }

    @Nested
    class when_the_shipment_was_asked_for {
        @Test
        @DisplayName("F84 the warehouse agrees to stop: nothing leaves any more")
        void the_warehouse_agrees_to_stop() throws Exception {
            shipmentAsked();
            assertThat(inventory.stop("ord_1", UndoReason.Canceled)).isEqualTo("stopped");
            assertThat(inventory.warehouse("POST", "/shipments/ord_1%2Fship/dispatch"))
                    .contains("canceled");
            inventory.requestShipment("ord_1");
            assertThat(inventory.stock("ord_1").shipment()).isEqualTo(Shipment.STOPPED);
        }

        @Test
        @DisplayName("F85 the parcel has left and its notice is lost: too late, and the dispatch is published once")
        void the_parcel_has_left() throws Exception {
            shipmentAsked();
            inventory.warehouse("POST", "/shipments/ord_1%2Fship/dispatch");
            assertThat(inventory.stop("ord_1", UndoReason.Canceled)).isEqualTo("tooLate");
            assertThat(inventory.stop("ord_1", UndoReason.Canceled)).isEqualTo("tooLate");
            inventory.notice("shipment.dispatched", "ord_1/ship", "\"reference\":\"shp_1\"");
            assertThat(inventory.platform.publishedTypes()).containsExactly("ShipmentDispatched");
            assertThat(inventory.stock("ord_1").stop()).isNull();
        }

        @Test
        @DisplayName("F51 a step that keeps failing calls a person, once, and goes on")
        void a_failing_step_calls_a_person_once() {
            shipmentAsked();
            inventory.providers.faults().next(Operation.CANCEL_SHIPMENT, CallFault.failing(500), 2);
            for (int retry = 3; retry < 5; retry++) {
                int count = retry;
                Assertions.assertThatThrownBy(() -> inventory.undo(
                                new StopShipmentFunction(inventory.platform), "ord_1", UndoReason.Canceled, count))
                        .hasMessageContaining("warehouse is unavailable");
            }
            assertThat(inventory.platform.sent).singleElement().satisfies(sent -> {
                assertThat(sent.queue()).isEqualTo("fulfilment-alerts");
                assertThat(sent.body()).contains("\"attention\":\"COMPENSATION_FAILED\"");
            });
            assertThat(inventory.stop("ord_1", UndoReason.Canceled)).isEqualTo("stopped");
        }
    }

    @Nested
    class shipping {
        @Test
        void an_invoiced_order_is_asked_for_once_and_followed_until_it_arrives() {
            inventory.reserved("ord_1");
            inventory.requestShipment("ord_1");
            inventory.requestShipment("ord_1");
            inventory.notice("shipment.dispatched", "ord_1/ship", "\"reference\":\"shp_1\"");
            inventory.notice("shipment.delivered", "ord_1/ship", "\"reference\":\"shp_1\"");
            assertThat(inventory.platform.publishedTypes())
                    .containsExactly("StockReserved", "ShipmentRequested", "ShipmentDispatched", "ShipmentDelivered");
        }

        @Test
        @DisplayName("F87 a silent shipment is asked about by key after its limit")
        void a_silent_shipment_is_asked_about() throws Exception {
            shipmentAsked();
            inventory.warehouse("POST", "/shipments/ord_1%2Fship/dispatch");
            inventory.chase();
            assertThat(inventory.platform.publishedTypes())
                    .as("within its limit")
                    .isEmpty();
            inventory.platform.clock.forward(Duration.ofMinutes(61));
            inventory.chase();
            inventory.chase();
            assertThat(inventory.platform.publishedTypes()).containsExactly("ShipmentDispatched");
        }

        @Test
        void a_shipment_whose_call_was_lost_is_asked_for_again() throws Exception {
            inventory.reserved("ord_1");
            inventory.providers.faults().next(Operation.REQUEST_SHIPMENT, CallFault.failing(500), 1);
            assertThat(inventory.requestShipment("ord_1")).contains("m1");
            inventory.platform.clock.forward(Duration.ofMinutes(61));
            inventory.chase();
            assertThat(inventory.warehouse("GET", "/shipments/ord_1%2Fship")).contains("requested");
        }

        @Test
        void a_parcel_that_the_warehouse_will_not_send_calls_a_person_once() throws Exception {
            shipmentAsked();
            inventory.warehouse("POST", "/shipments/ord_1%2Fship/cancel");
            for (int time = 0; time < 2; time++) {
                inventory.platform.clock.forward(Duration.ofMinutes(61));
                inventory.chase();
            }
            assertThat(inventory.platform.sent)
                    .singleElement()
                    .satisfies(sent -> assertThat(sent.body()).contains("SHIPMENT_REFUSED"));
        }

        @Test
        @DisplayName("F91 an operator's parcel is recorded, and the warehouse sends no second one")
        void an_operators_parcel_is_the_only_one() throws Exception {
            shipmentAsked();
            inventory.recordDispatch("ord_1");
            inventory.recordDispatch("ord_1");
            assertThat(inventory.stock("ord_1").shipment()).isEqualTo(Shipment.DISPATCHED);
            assertThat(inventory.warehouse("GET", "/shipments/ord_1%2Fship")).contains("canceled");
            assertThat(inventory.stop("ord_1", UndoReason.Canceled)).isEqualTo("tooLate");
            assertThat(inventory.platform.publishedTypes())
                    .as("the order knows")
                    .isEmpty();
        }

        @Test
        @DisplayName("F91 the goods of an operator's parcel are sold, whether the warehouse was asked to ship or not")
        void the_goods_of_an_operators_parcel_are_sold() throws Exception {
            inventory.reserved("ord_1");
            inventory.providers.faults().next(Operation.COLLECT, CallFault.failing(503), 1);
            assertThat(inventory.recordDispatch("ord_1")).as("kept for later").contains("m1");
            assertThat(inventory.stock("ord_1").shipment()).isEqualTo(Shipment.NONE);
            inventory.recordDispatch("ord_1");
            assertThat(inventory.warehouse("GET", "/reservations/ord_1%2Freserve"))
                    .contains("\"sold\"");
            inventory.requestShipment("ord_1");
            assertThat(inventory.warehouse("GET", "/shipments/ord_1%2Fship"))
                    .as("nobody asks for a second parcel")
                    .contains("unknown-key");
            assertThat(inventory.platform.sent).as("nobody is alarmed").isEmpty();
        }

        @Test
        @DisplayName("F91 an operator's parcel without goods calls a person")
        void an_operators_parcel_without_goods_calls_a_person() throws Exception {
            inventory.reserved("ord_1");
            inventory.warehouse("POST", "/reservations/ord_1%2Freserve/release");
            inventory.recordDispatch("ord_1");
            assertThat(inventory.stock("ord_1").shipment()).isEqualTo(Shipment.DISPATCHED);
            assertThat(inventory.platform.sent)
                    .singleElement()
                    .satisfies(sent -> assertThat(sent.body()).contains("\"attention\":\"PARCEL_LEFT\""));
        }
    }
}

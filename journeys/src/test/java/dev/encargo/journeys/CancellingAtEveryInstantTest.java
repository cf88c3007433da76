package dev.encargo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.function.Mishaps.Mishap;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// An order stands still at a moment of its life; what held it is let go at a point before, during or after its
/// undo.
@DisplayName("a cancel at every instant")
class CancellingAtEveryInstantTest {
    private static final List<String> UNDO_STEPS =
            List.of("StopShipment", "CreditInvoice", "RefundPayment", "ReleaseStock");

    private static final Duration LONGEST_RETRY = Duration.ofMinutes(16);

    /// Moments at which the order's hope ends by itself once it is let go, and the reason then.
    private static final List<Moment> HOPELESS =
            List.of(Moment.REFUSAL_UNTOLD, Moment.DECLINE_UNTOLD, Moment.PAYMENT_LIMIT_BEING_SETTLED);

    private static final List<String> REASONS = List.of("OutOfStock", "PaymentDeclined", "PaymentTimedOut");

    @RegisterExtension
    static final SharedWorld SHARED = new SharedWorld();

    private World world;

    @BeforeEach
    void enter() {
        world = SHARED.world();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Moment.class)
    @DisplayName("F84: the undo ends, then what held the order comes")
    void what_comes_after_the_undo_changes_nothing(Moment moment) throws Exception {
        String id = at(moment);
        assertThat(cancel(id)).isEqualTo(202);
        world.settle();
        letGo();
        world.forward(Duration.ofMinutes(3));
        undone(id, moment, "Canceled");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Moment.class)
    @DisplayName("F84: the cancel and what held the order come together")
    void a_cancel_and_what_held_the_order_come_together(Moment moment) throws Exception {
        String id = at(moment);
        letGo();
        assertThat(cancel(id)).isIn(moment.hasLeft() ? List.of(202, 409) : List.of(202));
        world.settle();
        world.forward(Duration.ofMinutes(3));
        undone(id, moment, null);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(value = Moment.class, names = "DISPATCH_LOST", mode = EnumSource.Mode.EXCLUDE)
    @DisplayName("F84: what held the order comes, and what follows from it, and then the cancel")
    void what_held_the_order_comes_first(Moment moment) throws Exception {
        String id = at(moment);
        world.healAllBut("StopShipmentFunction");
        world.outside().releaseHeld();
        world.forward(Duration.ofMinutes(2));
        assertThat(cancel(id)).isEqualTo(moment.hasLeft() ? 409 : 202);
        world.settle();
        world.heal();
        world.forward(LONGEST_RETRY);
        undone(id, moment, HOPELESS.contains(moment) ? REASONS.get(HOPELESS.indexOf(moment)) : "Canceled");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = Moment.class,
            names = {"DISPATCH_.*"},
            mode = EnumSource.Mode.MATCH_NONE)
    @DisplayName("F84: what held the order comes when half of the undo is done")
    void what_held_the_order_comes_half_way(Moment moment) throws Exception {
        what_held_the_order_comes_in_the_middle(moment, "RefundPayment");
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0} before {1}")
    @MethodSource
    @DisplayName("F84: what held the order comes before each step of the undo")
    void what_held_the_order_comes_in_the_middle(Moment moment, String step) throws Exception {
        String id = at(moment);
        world.next(step + "Function", new Mishap.Fails(), 1_000);
        assertThat(cancel(id)).isEqualTo(202);
        world.settle();
        world.healAllBut(step + "Function");
        world.outside().releaseHeld();
        world.forward(Duration.ofSeconds(90));
        world.heal();
        world.forward(LONGEST_RETRY);
        undone(id, moment, step.equals("StopShipment") ? null : "Canceled");
    }

    static Stream<Arguments> what_held_the_order_comes_in_the_middle() {
        return Stream.of(Moment.values())
                .filter(moment -> !moment.hasLeft())
                .flatMap(moment -> UNDO_STEPS.stream().map(step -> Arguments.of(moment, step)));
    }

    @Test
    @DisplayName(
            "F84: a cancel repeated is the same 202; SHIPPED is 409 while it is pending; afterwards a cancel is 409")
    void a_cancel_repeated_is_the_same() throws Exception {
        String id = at(Moment.SHIPMENT_ASKED);
        world.next("StopShipmentFunction", new Mishap.Fails(), 1_000);
        assertThat(cancel(id)).isEqualTo(202);
        String askedAt = world.order(id).at("/cancellation/askedAt").asText();
        assertThat(cancel(id)).isEqualTo(202);
        assertThat(world.order(id).at("/cancellation/askedAt").asText()).isEqualTo(askedAt);
        assertThat(ship(id)).isEqualTo(409);
        world.settle();
        world.heal();
        world.forward(LONGEST_RETRY);
        undone(id, Moment.SHIPMENT_ASKED, "Canceled");
        assertThat(cancel(id)).isEqualTo(409);
    }

    @Test
    @DisplayName("F84: shipped, delivered and rejected orders are not canceled: 409")
    void what_has_ended_is_not_canceled() throws Exception {
        String id = at(Moment.SHIPMENT_ASKED);
        world.tellWarehouse(id, "dispatch");
        world.settle();
        assertThat(cancel(id)).isEqualTo(409);
        world.tellWarehouse(id, "deliver");
        world.settle();
        assertThat(cancel(id)).isEqualTo(409);
        String refused = world.place("pm_ok", "SKU-NONE");
        world.settle();
        assertThat(cancel(refused)).isEqualTo(409);
        assertThat(world.status(refused)).isEqualTo("REJECTED");
    }

    private String at(Moment moment) throws InterruptedException {
        String id = moment.reach(world);
        assertThat(world.status(id)).as("status at %s", moment).isEqualTo(moment.status());
        assertThat(world.executions(id)).noneMatch(execution -> execution.startsWith("UndoOrder"));
        return id;
    }

    private void letGo() {
        world.heal();
        world.outside().releaseHeld();
    }

    /// The protocol's row: `reason` null where both orders are right.
    private void undone(String id, Moment moment, String reason) {
        JsonNode order = world.order(id);
        if (moment.hasLeft()) {
            assertThat(order.path("status").asText()).isEqualTo("SHIPPED");
            assertThat(order.at("/cancellation/outcome").asText("TOO_LATE")).isEqualTo("TOO_LATE");
            assertThat(world.events(id, "OrderUndone")).isEmpty();
            assertThat(world.events(id, "ShipmentDispatched")).hasSize(1);
            return;
        }
        JsonNode undone = world.events(id, "OrderUndone").getFirst();
        assertThat(world.events(id, "OrderUndone")).hasSize(1);
        assertThat(undone.path("reason").asText()).isIn(reason == null ? allowed(moment) : Set.of(reason));
        assertThat(order.path("status").asText())
                .isEqualTo(undone.path("reason").asText().equals("Canceled") ? "CANCELED" : "REJECTED");
        assertThat(order.at("/cancellation/outcome").asText()).isEqualTo("DONE");
        assertThat(order.path("attention").asText("")).isEmpty();
    }

    private static Set<String> allowed(Moment moment) {
        return HOPELESS.contains(moment)
                ? Set.of("Canceled", REASONS.get(HOPELESS.indexOf(moment)))
                : Set.of("Canceled");
    }

    private int cancel(String id) {
        return world.send("POST", "/orders/" + id + "/cancel", "").statusCode();
    }

    private int ship(String id) {
        return world.send("PATCH", "/orders/" + id, "{\"status\":\"SHIPPED\"}").statusCode();
    }
}

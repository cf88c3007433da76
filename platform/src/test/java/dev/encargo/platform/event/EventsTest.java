package dev.encargo.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.contracts.Address;
import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.Event;
import dev.encargo.contracts.Line;
import dev.encargo.contracts.Money;
import dev.encargo.contracts.OrderEvent.OrderCreated;
import dev.encargo.contracts.Totals;
import dev.encargo.platform.effects.Effect;
import dev.encargo.platform.effects.PendingEffect;
import dev.encargo.platform.json.Jsons;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:41:58.123Z");
    private static final Money PRICE = new Money(2190, "EUR");
    private static final List<Line> LINES =
            List.of(new Line("TEE-BLK-M", "Camiseta añil «M» 漢字 😀", 2, PRICE, new BigDecimal("0.21"), PRICE.times(2)));
    private static final OrderCreated CREATED = new OrderCreated("c-1", "EUR", LINES, Totals.of(LINES, "EUR"));
    private static final Confidential WHO = new Confidential(
            "Lucía", "l@example.com", "es", new Address("Calle 1", null, "28001", "Madrid", null, "ES"), null, "pm_ok");

    @Test
    void an_event_is_read_back_as_it_was_written() {
        EventMessage message = Events.message("evt_1", CREATED, NOW, "ord_1", 1, "00-a-b-01", WHO);
        CloudEvent read = Events.read(message.detail());
        assertThat(read.data()).isEqualTo(CREATED);
        assertThat(read.confidential()).isEqualTo(WHO);
        assertThat(read.time()).isEqualTo(NOW);
        assertThat(message.detail()).contains("\"specversion\":\"1.0\"", "\"private\":{", "\"sequence\":1");
    }

    @Test
    void an_event_delivered_by_the_bus_is_read_from_its_envelope() {
        EventMessage message = Events.message("evt_1", CREATED, NOW, "ord_1", 1, "00-a-b-01", null);
        String body =
                "{\"version\":\"0\",\"id\":\"x\",\"detail-type\":\"OrderCreated\",\"source\":\"encargo.orders\",\"detail\":"
                        + message.detail() + "}";
        assertThat(Events.delivered(body).data()).isEqualTo(CREATED);
    }

    @Test
    void a_stored_effect_is_read_back_as_it_was_written() {
        Effect effect = new Effect.Publish("evt_1", Events.message("evt_1", CREATED, NOW, "ord_1", 1, "t", WHO));
        String json = Jsons.write(PendingEffect.of(effect));
        assertThat(Jsons.read(PendingEffect.class, json).effect()).isEqualTo(effect);
    }

    @Test
    void an_unknown_type_is_named() {
        String detail = Events.message("evt_1", CREATED, NOW, "ord_1", 1, "t", null)
                .detail()
                .replace("\"type\":\"OrderCreated\"", "\"type\":\"OrderEaten\"");
        assertThatThrownBy(() -> Events.read(detail))
                .isInstanceOf(UnknownEvent.class)
                .hasMessageContaining("OrderEaten");
    }

    @Test
    void every_event_of_the_contracts_has_a_name_here() {
        List<Class<?>> leaves = new ArrayList<>();
        Deque<Class<?>> open = new ArrayDeque<>(List.of(Event.class));
        while (!open.isEmpty()) {
            Class<?> next = open.pop();
            if (next.isSealed()) {
                open.addAll(List.of(next.getPermittedSubclasses()));
            } else {
                leaves.add(next);
            }
        }
        assertThat(leaves).hasSameElementsAs(new ArrayList<Class<?>>(EventTypes.ALL));
    }
}

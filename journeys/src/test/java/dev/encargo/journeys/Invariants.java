package dev.encargo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

/// What must hold once the world is quiet, of every order in it and of all of them together.
final class Invariants {
    private static final Set<String> CLOSED = Set.of("REJECTED", "CANCELED");
    private static final Map<String, Set<String>> EDGES = Map.of(
            "PENDING", Set.of("RESERVED", "REJECTED", "CANCELED"),
            "RESERVED", Set.of("PAID", "REJECTED", "CANCELED"),
            "PAID", Set.of("SHIPPED", "CANCELED"),
            "SHIPPED", Set.of("DELIVERED"));
    private static final Set<String> LEFT = Set.of("dispatched", "delivered");

    private final World world;

    private Invariants(World world) {
        this.world = world;
    }

    /// Of every order: money, invoice, goods, events, mails; and the warehouse's stock.
    static void hold(World world) {
        holdOf(world, world.texts("SELECT id FROM documents WHERE collection = 'orders'"));
    }

    static void holdOf(World world, List<String> orders) {
        Invariants invariants = new Invariants(world);
        orders.forEach(invariants::ofOrder);
        invariants.ofAll();
    }

    /// Of all orders together alone: for crowds, where each single one would take long.
    static void holdTogether(World world) {
        new Invariants(world).ofAll();
    }

    private void ofOrder(String id) {
        JsonNode order = world.order(id);
        String status = order.path("status").asText();
        money(id, status, World.minorUnits(order));
        goods(id, status);
        history(id, status);
        events(id);
        if (order.hasNonNull("email")) {
            mails(id);
        }
    }

    private void money(String id, String status, long total) {
        long captured = 0;
        long refunded = 0;
        for (JsonNode payment : world.payments(id).path("payments")) {
            assertThat(payment.path("captures").asLong())
                    .as("captures of %s", id)
                    .isLessThanOrEqualTo(1);
            captured += payment.path("captured").asLong();
            refunded += payment.path("refunded").asLong();
        }
        long invoiced = sum(id, "InvoiceIssued", "/totals/gross/minor");
        long credited = sum(id, "InvoiceCredited", "/gross/minor");
        assertThat(captured - refunded).as("money kept of %s, %s", id, status).isEqualTo(invoiced - credited);
        boolean kept = Set.of("PAID", "SHIPPED", "DELIVERED").contains(status);
        assertThat(captured - refunded).as("money kept of %s, %s", id, status).isEqualTo(kept ? total : 0);
    }

    private long sum(String id, String type, String pointer) {
        return world.published(type, id).stream()
                .mapToLong(event -> event.path("data").at(pointer).asLong())
                .sum();
    }

    private void goods(String id, String status) {
        JsonNode ledger = world.warehouse();
        for (JsonNode reservation : of(id, ledger.path("reservations"))) {
            if (CLOSED.contains(status)) {
                assertThat(reservation.path("status").asText())
                        .as("goods of %s", id)
                        .isIn("released", "refused");
            }
        }
        for (JsonNode shipment : of(id, ledger.path("shipments"))) {
            boolean left = LEFT.contains(shipment.path("status").asText());
            assertThat(left && !Set.of("SHIPPED", "DELIVERED").contains(status))
                    .as("parcel of %s, %s: %s", id, status, shipment)
                    .isFalse();
        }
    }

    private static List<JsonNode> of(String id, JsonNode rows) {
        List<JsonNode> mine = new java.util.ArrayList<>();
        rows.forEach(row -> {
            if (row.path("orderId").asText().equals(id)) {
                mine.add(row);
            }
        });
        return mine;
    }

    /// One edge at a time, from PENDING to where it stands.
    private void history(String id, String status) {
        String reached = "PENDING";
        for (JsonNode change : world.published("OrderStatusChanged", id)) {
            assertThat(change.at("/data/from").asText()).as("%s", change).isEqualTo(reached);
            assertThat(EDGES.get(reached))
                    .as("edges from %s", reached)
                    .contains(change.at("/data/to").asText());
            reached = change.at("/data/to").asText();
        }
        assertThat(status).isEqualTo(reached);
    }

    private void events(String id) {
        for (String source : world.texts("SELECT DISTINCT source FROM events WHERE subject = ?", id)) {
            List<Long> sequences = world
                    .texts(
                            "SELECT DISTINCT json_extract(body, '$.detail.id') || ' ' || json_extract(body, '$.detail.sequence')"
                                    + " FROM events WHERE subject = ? AND source = ?",
                            id,
                            source)
                    .stream()
                    .map(row -> Long.valueOf(row.substring(row.indexOf(' ') + 1)))
                    .sorted()
                    .toList();
            assertThat(sequences)
                    .as("sequences of %s by %s", id, source)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, sequences.size()).boxed().toList());
        }
    }

    private void mails(String id) {
        Set<String> causes = new HashSet<>(world.texts("""
                SELECT id FROM events WHERE subject = ? AND (type = 'InvoiceIssued'
                  OR (type = 'PaymentRefunded' AND json_extract(body, '$.detail.data.late'))
                  OR (type = 'OrderStatusChanged'
                    AND json_extract(body, '$.detail.data.to') IN ('SHIPPED', 'REJECTED', 'CANCELED')))""", id));
        List<String> mails = world.texts("SELECT id FROM mails WHERE subject LIKE '%' || ? || '%'", id);
        assertThat(mails).as("mails about %s", id).containsExactlyInAnyOrderElementsOf(causes);
    }

    /// 1 to n, each of one order.
    private void invoiceNumbers() {
        Map<String, String> orders = new TreeMap<>();
        for (JsonNode issued : world.published("InvoiceIssued")) {
            String order = issued.path("subject").asText();
            String number = issued.at("/data/number").asText();
            assertThat(orders.merge(number, order, (first, _) -> first))
                    .as("order of %s", number)
                    .isEqualTo(order);
        }
        assertThat(orders.values()).as("numbers by order").doesNotHaveDuplicates();
        long next = 1;
        for (String number : orders.keySet()) {
            assertThat(number).endsWith("%06d".formatted(next++));
        }
    }

    private void ofAll() {
        invoiceNumbers();
        assertThat(world.warehouse().at("/summary/unbalanced")).isEmpty();
        for (JsonNode sku : world.warehouse().path("stock")) {
            assertThat(sku.path("available").asLong()).as("stock of %s", sku).isNotNegative();
            assertThat(sku.path("available").asLong()
                            + sku.path("reserved").asLong()
                            + sku.path("sold").asLong())
                    .as("stock of %s", sku)
                    .isEqualTo(sku.path("initial").asLong());
        }
        assertThat(world.count("SELECT count(*) FROM executions WHERE status = 'RUNNING'"))
                .as("running executions")
                .isZero();
        assertThat(world.count("SELECT count(*) FROM documents WHERE pending IS NOT NULL"))
                .as("effects left")
                .isZero();
        assertThat(world.texts("SELECT queue || ': ' || body || ' ' || coalesce(error, '') FROM messages"))
                .as("messages left")
                .isEmpty();
    }
}

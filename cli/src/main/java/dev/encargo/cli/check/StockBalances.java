package dev.encargo.cli.check;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.orders.model.Status;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// I5: the warehouse's stock adds up, by its own sums and by its reservations, and holds nothing for an order that
/// is closed or has left.
final class StockBalances implements Invariant {

    @Override
    public String id() {
        return "I5";
    }

    @Override
    public void check(Evidence evidence, Report report) {
        Map<String, Long> reserved = units(evidence.books(), "reserved");
        Map<String, Long> sold = units(evidence.books(), "sold");
        for (Books.Sku sku : evidence.books().stock()) {
            long sum = sku.available() + sku.reserved() + sku.sold();
            if (sum != sku.initial()) {
                report.violated(sku.sku(), say("available + reserved + sold = %d", sum), sku.initial());
            }
            long held = reserved.getOrDefault(sku.sku(), 0L);
            if (sku.reserved() != held) {
                report.violated(sku.sku(), say("%d reserved", sku.reserved()), say("%d by the reservations", held));
            }
            long gone = sold.getOrDefault(sku.sku(), 0L);
            if (sku.sold() != gone) {
                report.violated(sku.sku(), say("%d sold", sku.sold()), say("%d by the reservations", gone));
            }
        }
        for (Books.Reservation held : evidence.books().reservations()) {
            @Nullable OrderSeen order = evidence.orders().get(held.orderId());
            if (order != null
                    && !mayHold(order.status())
                    && !evidence.underWay(order.id())
                    && held.status().equals("reserved")) {
                report.violated(
                        held.orderId(),
                        say("goods reserved under %s", held.key()),
                        say("none: it is %s", order.status()));
            }
        }
    }

    private static boolean mayHold(Status status) {
        return switch (status) {
            case PENDING, RESERVED, PAID -> true;
            case SHIPPED, DELIVERED, REJECTED, CANCELED -> false;
        };
    }

    private static Map<String, Long> units(Books books, String status) {
        Map<String, Long> sums = new HashMap<>();
        books.reservations().stream()
                .filter(reservation -> reservation.status().equals(status))
                .forEach(reservation ->
                        reservation.units().forEach((sku, quantity) -> sums.merge(sku, quantity, Long::sum)));
        return sums;
    }
}

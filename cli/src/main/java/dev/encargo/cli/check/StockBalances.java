package dev.encargo.cli.check;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// I5: the warehouse's stock adds up, by its own sums and by its reservations, and holds nothing for a closed
/// order.
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
                report.violated(sku.sku(), "available + reserved + sold = " + sum, sku.initial());
            }
            equal(sku.sku(), "reserved", sku.reserved(), reserved.getOrDefault(sku.sku(), 0L), report);
            equal(sku.sku(), "sold", sku.sold(), sold.getOrDefault(sku.sku(), 0L), report);
        }
        for (Books.Reservation held : evidence.books().reservations()) {
            @Nullable OrderSeen order = evidence.orders().get(held.orderId());
            if (order != null
                    && order.status().isClosed()
                    && !evidence.underWay(order.id())
                    && held.status().equals("reserved")) {
                report.violated(held.orderId(), "goods reserved under " + held.key(), "none: it is " + order.status());
            }
        }
    }

    private static void equal(String sku, String what, long stock, long reservations, Report report) {
        if (stock != reservations) {
            report.violated(sku, stock + " " + what, reservations + " by the reservations");
        }
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

package dev.encargo.cli.check;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How much there is of everything. Amounts are in minor units, of whatever currencies.
public record Counts(
        Map<String, Long> orders,
        long events,
        long mails,
        long invoices,
        long creditNotes,
        long captured,
        long refunded,
        long available,
        long reserved,
        long sold) {

    public Counts {
        orders = Map.copyOf(orders);
    }

    static Counts of(Evidence evidence) {
        Books books = evidence.books();
        return new Counts(
                evidence.orders().values().stream()
                        .collect(Collectors.groupingBy(
                                order -> order.status().name(), TreeMap::new, Collectors.counting())),
                evidence.host().count("SELECT count(DISTINCT id) FROM events WHERE source LIKE 'encargo.%'"),
                evidence.host().count("SELECT count(*) FROM mails"),
                evidence.invoices().values().stream()
                        .filter(InvoiceSeen::issued)
                        .count(),
                evidence.invoices().values().stream()
                        .filter(InvoiceSeen::credited)
                        .count(),
                books.payments().stream().mapToLong(Books.Payment::captured).sum(),
                books.payments().stream().mapToLong(Books.Payment::refunded).sum(),
                books.stock().stream().mapToLong(Books.Sku::available).sum(),
                books.stock().stream().mapToLong(Books.Sku::reserved).sum(),
                books.stock().stream().mapToLong(Books.Sku::sold).sum());
    }
}

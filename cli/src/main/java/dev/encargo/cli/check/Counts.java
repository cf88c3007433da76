package dev.encargo.cli.check;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// How much there is of everything. Amounts are in minor units, by currency (ISO 4217).
public record Counts(
        Map<String, Long> orders,
        long events,
        long mails,
        long invoices,
        long creditNotes,
        Map<String, Long> captured,
        Map<String, Long> refunded,
        long available,
        long reserved,
        long sold) {

    public Counts {
        orders = Map.copyOf(orders);
        captured = Map.copyOf(captured);
        refunded = Map.copyOf(refunded);
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
                byCurrency(books, Books.Payment::captured),
                byCurrency(books, Books.Payment::refunded),
                books.stock().stream().mapToLong(Books.Sku::available).sum(),
                books.stock().stream().mapToLong(Books.Sku::reserved).sum(),
                books.stock().stream().mapToLong(Books.Sku::sold).sum());
    }

    /// Only currencies in which something was.
    private static Map<String, Long> byCurrency(Books books, ToLongFunction<Books.Payment> amount) {
        return books.payments().stream()
                .filter(payment -> amount.applyAsLong(payment) != 0)
                .collect(Collectors.groupingBy(Books.Payment::currency, Collectors.summingLong(amount)));
    }
}

package dev.encargo.cli.check;

import dev.encargo.orders.model.Status;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How much there is of everything; `money` is by currency.
public record Counts(
        Map<String, Long> orders,
        long events,
        long mails,
        long invoices,
        long creditNotes,
        Map<String, Money> money,
        long available,
        long reserved,
        long sold) {

    public Counts {
        orders = Collections.unmodifiableMap(byStatus(orders));
        money = Collections.unmodifiableMap(new TreeMap<>(money));
    }

    /// In the order in which an order goes through them.
    private static Map<String, Long> byStatus(Map<String, Long> orders) {
        Map<String, Long> sorted = new TreeMap<>(Comparator.comparing(Status::valueOf));
        sorted.putAll(orders);
        return sorted;
    }

    /// What was taken and given back in one currency, in its minor units.
    public record Money(long captured, long refunded) {
        private static Money of(Books.Payment payment) {
            return new Money(payment.captured(), payment.refunded());
        }

        private Money plus(Money other) {
            return new Money(captured + other.captured, refunded + other.refunded);
        }
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
                books.payments().stream()
                        .filter(payment -> !payment.currency().isEmpty())
                        .collect(Collectors.toMap(Books.Payment::currency, Money::of, Money::plus)),
                books.stock().stream().mapToLong(Books.Sku::available).sum(),
                books.stock().stream().mapToLong(Books.Sku::reserved).sum(),
                books.stock().stream().mapToLong(Books.Sku::sold).sum());
    }
}

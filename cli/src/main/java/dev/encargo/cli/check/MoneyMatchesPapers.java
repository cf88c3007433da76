package dev.encargo.cli.check;

import static dev.encargo.cli.words.Words.say;

import java.util.Map;
import java.util.stream.Collectors;

/// I2: what the provider keeps of an order is nothing or its total, and what the invoice less the credit note says.
final class MoneyMatchesPapers implements Invariant {

    @Override
    public String id() {
        return "I2";
    }

    @Override
    public void check(Evidence evidence, Report report) {
        Map<String, Long> kept = evidence.books().payments().stream()
                .collect(Collectors.groupingBy(Books.Payment::orderId, Collectors.summingLong(Books.Payment::kept)));
        for (OrderSeen order : evidence.settled()) {
            long money = kept.getOrDefault(order.id(), 0L);
            InvoiceSeen invoice = evidence.invoices().get(order.id());
            long papers = invoice == null ? 0 : invoice.balance();
            if (money != 0 && money != order.total()) {
                report.violated(order.id(), say("captured less refunded %d", money), say("0 or %d", order.total()));
            } else if (money != papers) {
                report.violated(
                        order.id(), say("captured less refunded %d", money), say("invoiced less credited %d", papers));
            }
        }
    }
}

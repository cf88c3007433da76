package dev.encargo.cli.check;

import static dev.encargo.cli.words.Words.say;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// I1: each accepted order was announced once and is stored once, and nobody works for an order that does not
/// exist.
final class OneOrderPerPost implements Invariant {

    @Override
    public String id() {
        return "I1";
    }

    @Override
    public void check(Evidence evidence, Report report) {
        Set<String> announced = evidence
                .host()
                .list("SELECT DISTINCT subject FROM events WHERE type = 'OrderCreated'", row -> row.getString(1))
                .stream()
                .collect(Collectors.toSet());
        for (OrderSeen order : evidence.settled()) {
            if (!announced.contains(order.id())) {
                report.violated(order.id(), say("an order that no OrderCreated announced"), say("exactly one"));
            }
        }
        unknown(announced.stream(), say("no such order, but it was announced"), evidence, report);
        unknown(
                evidence.books().payments().stream().map(Books.Payment::orderId),
                say("no such order, but it was asked to pay"),
                evidence,
                report);
        unknown(
                evidence.books().reservations().stream().map(Books.Reservation::orderId),
                say("no such order, but it has goods reserved"),
                evidence,
                report);
        unknown(
                evidence.invoices().keySet().stream(),
                say("no such order, but it has an invoice document"),
                evidence,
                report);
    }

    private static void unknown(Stream<String> ids, String what, Evidence evidence, Report report) {
        ids.distinct()
                .filter(id -> !evidence.orders().containsKey(id))
                .forEach(id -> report.violated(id, what, say("one order")));
    }
}

package dev.encargo.cli.check;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.orders.model.Status;

/// I6: an order's history is a path of legal edges from PENDING to where it stands, its versions and sequences
/// strictly increasing.
final class LegalHistory implements Invariant {

    @Override
    public String id() {
        return "I6";
    }

    @Override
    public void check(Evidence evidence, Report report) {
        evidence.orders().values().forEach(order -> check(order, report));
    }

    private static void check(OrderSeen order, Report report) {
        Status reached = Status.PENDING;
        long version = 1;
        long sequence = 1;
        for (OrderSeen.Edge edge : order.history()) {
            if (edge.from() != reached || !edge.from().next().contains(edge.to())) {
                report.violated(
                        order.id(),
                        say("a step %s to %s", edge.from(), edge.to()),
                        say("%s to %s", reached, reached.next()));
            }
            if (edge.version() <= version) {
                report.violated(order.id(), say("version %d", edge.version()), say("more than %d", version));
            }
            if (edge.sequence() <= sequence) {
                report.violated(order.id(), say("sequence %d", edge.sequence()), say("more than %d", sequence));
            }
            reached = edge.to();
            version = edge.version();
            sequence = edge.sequence();
        }
        if (order.status() != reached) {
            report.violated(order.id(), say("status %s", order.status()), say("%s, where its history ends", reached));
        }
        if (order.version() < version || order.version() != order.row()) {
            report.violated(order.id(), say("version %d", order.version()), say("that of its row, %d", order.row()));
        }
    }
}

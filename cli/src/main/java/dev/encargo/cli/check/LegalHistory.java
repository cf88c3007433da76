package dev.encargo.cli.check;

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
                        order.id(), "a step " + edge.from() + " to " + edge.to(), reached + " to " + reached.next());
            }
            rising(order, "version", edge.version(), version, report);
            rising(order, "sequence", edge.sequence(), sequence, report);
            reached = edge.to();
            version = edge.version();
            sequence = edge.sequence();
        }
        if (order.status() != reached) {
            report.violated(order.id(), "status " + order.status(), reached + ", where its history ends");
        }
        if (order.version() < version || order.version() != order.row()) {
            report.violated(order.id(), "version " + order.version(), "that of its row, " + order.row());
        }
    }

    private static void rising(OrderSeen order, String what, long found, long before, Report report) {
        if (found <= before) {
            report.violated(order.id(), what + " " + found, "more than " + before);
        }
    }
}

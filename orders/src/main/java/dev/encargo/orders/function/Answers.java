package dev.encargo.orders.function;

import dev.encargo.orders.model.Move;
import dev.encargo.orders.model.Order;
import dev.encargo.orders.model.Status;
import dev.encargo.platform.function.ApiResponse;
import dev.encargo.platform.function.Problem;
import java.util.List;

/// The answers that several calls give.
final class Answers {

    private Answers() {}

    static ApiResponse order(int status, Order order) {
        return ApiResponse.json(status, OrderView.of(order)).with("ETag", etag(order));
    }

    static String etag(Order order) {
        return "\"" + order.version() + "\"";
    }

    static Problem notFound() {
        return Problem.of(404, "order-not-found", "There is no such order");
    }

    static Problem operatorsOnly() {
        return Problem.of(403, "operators-only", "Only operators may do this");
    }

    /// `allowed` are the states that an operator may name instead.
    static Problem notPossible(Order order, Move.Refusal refusal, List<Status> allowed) {
        String detail = switch (refusal) {
            case NOT_FROM_HERE -> "It is " + order.status() + ".";
            case CANCEL_PENDING -> "A cancel was asked for and is being carried out.";
            case ALREADY_DISPATCHED -> "The parcel has left: it is too late for a cancel.";
            case ALREADY_CLOSED -> "It is " + order.status() + " and nothing can be canceled any more.";
        };
        return Problem.of(409, "not-possible-now", "The order does not allow this now")
                .detail(detail)
                .allowed(allowed.stream().map(Status::name).toList())
                .header("ETag", etag(order));
    }
}

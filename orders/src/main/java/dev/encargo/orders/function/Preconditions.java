package dev.encargo.orders.function;

import dev.encargo.orders.model.Order;
import dev.encargo.platform.function.ApiRequest;
import dev.encargo.platform.function.Problem;
import java.util.Arrays;

/// `If-Match` and `If-None-Match` (RFC 9110): the entity tag is the order's business version.
final class Preconditions {

    private Preconditions() {}

    /// Whether the caller has this version already.
    static boolean isKnown(ApiRequest request, Order order) {
        return request.header("If-None-Match")
                .filter(tags -> names(tags.replace("W/", ""), order))
                .isPresent();
    }

    /// Whether `If-Match` asks for another version than this.
    static boolean isStale(ApiRequest request, Order order) {
        return request.header("If-Match").filter(tags -> !names(tags, order)).isPresent();
    }

    static Problem stale(Order order) {
        return Problem.of(412, "stale-version", "The order has changed since you read it")
                .detail("Its version is now " + order.version() + ". Read it again and decide anew.")
                .header("ETag", Answers.etag(order));
    }

    static Problem missing() {
        return Problem.of(428, "if-match-required", "This call needs If-Match")
                .detail("Send the ETag of the order that you read.");
    }

    private static boolean names(String tags, Order order) {
        String etag = Answers.etag(order);
        return Arrays.stream(tags.split(",")).map(String::strip).anyMatch(tag -> tag.equals("*") || tag.equals(etag));
    }
}

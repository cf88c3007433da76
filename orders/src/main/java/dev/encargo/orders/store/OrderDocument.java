package dev.encargo.orders.store;

import dev.encargo.orders.model.Order;
import io.avaje.jsonb.Json;

/// The stored order; `request` is the hash of the request that placed it.
@Json
public record OrderDocument(Order order, String request) {

    public OrderDocument with(Order changed) {
        return new OrderDocument(changed, request);
    }
}

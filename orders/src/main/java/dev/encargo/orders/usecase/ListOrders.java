package dev.encargo.orders.usecase;

import dev.encargo.orders.store.OrderFilter;
import dev.encargo.orders.store.OrderPage;
import dev.encargo.orders.store.OrderPages;
import dev.encargo.platform.Platform;
import dev.encargo.platform.function.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lists orders, newest first: a customer's own, an operator's all.
public final class ListOrders {
    private final OrderPages pages;

    public ListOrders(Platform platform) {
        this.pages = new OrderPages(platform);
    }

    /// `after` is the previous page's `next`.
    public record Request(
            Principal caller, OrderFilter filter, @Nullable String after, int limit) {}

    /// Empty when a customer asks for someone else's.
    public Optional<OrderPage> list(Request request) {
        Principal caller = request.caller();
        OrderFilter filter = request.filter();
        if (caller.operator()) {
            return Optional.of(pages.page(filter, request.after(), request.limit()));
        }
        @Nullable String own = caller.customerId();
        @Nullable String asked = filter.customerId();
        return own == null || (asked != null && !asked.equals(own))
                ? Optional.empty()
                : Optional.of(pages.page(filter.of(own), request.after(), request.limit()));
    }
}

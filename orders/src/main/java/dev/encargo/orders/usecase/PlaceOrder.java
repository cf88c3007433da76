package dev.encargo.orders.usecase;

import dev.encargo.contracts.Confidential;
import dev.encargo.orders.model.Change;
import dev.encargo.orders.model.Order;
import dev.encargo.orders.model.Terms;
import dev.encargo.orders.store.OrderDocument;
import dev.encargo.orders.store.Orders;
import dev.encargo.platform.Platform;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Places an order: one insert, which is also the check of the idempotency key.
public final class PlaceOrder {
    private final Orders orders;
    private final OrderIds ids;
    private final Pricing pricing;
    private final EventSize size;
    private final InstantSource clock;

    public PlaceOrder(Platform platform) {
        this.orders = new Orders(platform);
        this.ids = new OrderIds(platform.secrets(), platform.clock());
        this.pricing = new Pricing(platform.settings());
        this.size = new EventSize();
        this.clock = platform.clock();
    }

    /// `principal` scopes the idempotency `key`.
    public record Request(String principal, @Nullable String key, NewOrder order) {}

    public sealed interface Outcome {
        record Placed(Order order) implements Outcome {}

        /// The same request was answered before: `order` is as it was then.
        record Replayed(Order order) implements Outcome {}

        /// The key was used for another request.
        record KeyReused() implements Outcome {}

        record Refused(List<Fault> faults) implements Outcome {}
    }

    public Outcome place(Request request) {
        return switch (pricing.price(request.order())) {
            case Pricing.Priced.Wrong wrong -> new Outcome.Refused(wrong.faults());
            case Pricing.Priced.Exact exact -> place(request, exact);
        };
    }

    private Outcome place(Request request, Pricing.Priced.Exact exact) {
        @Nullable String key = request.key();
        if (key == null) {
            return insert(ids.fresh(), "", request.order(), exact);
        }
        String hash = RequestHash.of(request.order());
        List<String> keyed = ids.keyed(request.principal(), key);
        return keyed.stream()
                .skip(1)
                .flatMap(older -> orders.document(older).stream())
                .findFirst()
                .map(found -> replay(found, hash))
                .orElseGet(() -> insert(keyed.getFirst(), hash, request.order(), exact));
    }

    private Outcome insert(String id, String hash, NewOrder order, Pricing.Priced.Exact exact) {
        Change placed = change(id, order, exact);
        if (!size.fits(placed)) {
            return new Outcome.Refused(List.of(new Fault("/items", "hold more text than an event can carry")));
        }
        if (orders.insert(placed, hash)) {
            return new Outcome.Placed(placed.order());
        }
        Optional<OrderDocument> found = orders.document(id);
        return found.map(document -> replay(document, hash))
                .orElseThrow(() -> new IllegalStateException("the order " + id + " exists and cannot be read"));
    }

    private Change change(String id, NewOrder order, Pricing.Priced.Exact exact) {
        Confidential confidential = order.confidential();
        Terms terms = new Terms(
                id,
                order.customerId(),
                exact.currency(),
                exact.lines(),
                exact.totals(),
                confidential,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return Order.place(terms, confidential);
    }

    private static Outcome replay(OrderDocument found, String hash) {
        return found.request().equals(hash)
                ? new Outcome.Replayed(Order.placed(found.order().terms()))
                : new Outcome.KeyReused();
    }
}

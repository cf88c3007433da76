package dev.encargo.orders.store;

import dev.encargo.orders.model.Change;
import dev.encargo.orders.model.Order;
import dev.encargo.orders.model.Status;
import dev.encargo.platform.Platform;
import dev.encargo.platform.documents.Decision;
import dev.encargo.platform.documents.DocumentStore;
import dev.encargo.platform.documents.IndexEntry;
import dev.encargo.platform.documents.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// All orders, with their indexes. A status is spread over [#SHARDS] partitions, so that no partition takes every
/// write.
public final class Orders {
    static final String COLLECTION = "orders";
    static final String BY_CUSTOMER = "by-customer";
    static final String BY_STATUS = "by-status";
    static final String WAITING_FACTS = "waiting-facts";

    /// The declared indexes, in the order of the table's.
    public static final List<String> INDEXES = List.of(BY_CUSTOMER, BY_STATUS, WAITING_FACTS);

    static final int SHARDS = 4;
    static final String ANY = "any";

    private final DocumentStore<OrderDocument> documents;

    public Orders(Platform platform) {
        this.documents = new DocumentStore<>(platform, COLLECTION, OrderDocument.class, Orders::entries);
    }

    public Optional<Order> find(String id) {
        return document(id).map(OrderDocument::order);
    }

    public Optional<OrderDocument> document(String id) {
        return documents.get(id).map(Versioned::body);
    }

    /// Inserts a new order without reading first; false when its id exists.
    public boolean insert(Change placed, String request) {
        Order order = placed.order();
        return documents.insert(
                order.id(),
                new Decision.Write<>(new OrderDocument(order, request), order.version(), placed.intents(), order));
    }

    /// Decides about the order and writes what changes, deciding anew on every conflict; empty when there is no
    /// such order.
    public <R> Optional<R> change(String id, Function<Order, Decided<R>> decide) {
        return documents.change(id, found -> {
            if (found == null) {
                return Decision.keep(Optional.empty());
            }
            Order before = found.body().order();
            Decided<R> decided = decide.apply(before);
            Order after = decided.change().order();
            Optional<R> outcome = Optional.of(decided.outcome());
            return decided.change().changes(before)
                    ? Decision.write(
                            found.body().with(after),
                            after.version(),
                            decided.change().intents(),
                            outcome)
                    : Decision.keep(outcome);
        });
    }

    /// A change and what the caller is told of it.
    public record Decided<R>(Change change, R outcome) {}

    DocumentStore<OrderDocument> documents() {
        return documents;
    }

    private static List<IndexEntry> entries(Versioned<OrderDocument> document) {
        Order order = document.body().order();
        String sort = sort(order.terms().placedAt(), order.id());
        List<IndexEntry> entries = new ArrayList<>(3);
        entries.add(new IndexEntry(BY_CUSTOMER, order.terms().customerId(), sort));
        entries.add(new IndexEntry(BY_STATUS, partition(order.status(), shard(order.id())), sort));
        if (!order.factMissing()) {
            order.waitingSince()
                    .ifPresent(since -> entries.add(new IndexEntry(WAITING_FACTS, ANY, sort(since, order.id()))));
        }
        return entries;
    }

    static String partition(Status status, int shard) {
        return status + "#" + shard;
    }

    static String sort(Instant at, String id) {
        return from(at) + "#" + id;
    }

    /// The least sort key of that millisecond.
    static String from(Instant at) {
        String millis = Long.toString(Math.max(0, at.toEpochMilli()));
        return "0".repeat(Math.max(0, 15 - millis.length())) + millis;
    }

    private static int shard(String id) {
        return Math.floorMod(id.hashCode(), SHARDS);
    }
}

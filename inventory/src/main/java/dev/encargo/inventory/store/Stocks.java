package dev.encargo.inventory.store;

import dev.encargo.inventory.model.Stock;
import dev.encargo.platform.Platform;
import dev.encargo.platform.documents.DocumentStore;
import dev.encargo.platform.documents.IndexEntry;
import dev.encargo.platform.documents.IndexQuery;
import dev.encargo.platform.documents.Transition;
import dev.encargo.platform.documents.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Stock documents, by order id.
public final class Stocks {
    public static final String COLLECTION = "stock";

    /// Shipments that are asked for and silent, spread over [#SPREAD] partitions, by when the warehouse was last
    /// asked.
    public static final String SILENT_SHIPMENTS = "silent-shipments";

    public static final List<String> INDEXES = List.of(SILENT_SHIPMENTS);

    /// Partitions are named `0` to `7`.
    public static final int SPREAD = 8;

    private final DocumentStore<Stock> documents;

    public Stocks(Platform platform) {
        this.documents = new DocumentStore<>(platform, COLLECTION, Stock.class, Stocks::entries);
    }

    public Optional<Stock> find(String orderId) {
        return documents.get(orderId).map(Versioned::body);
    }

    /// Applies a transition, anew on every conflict; what it asks the warehouse is asked anew, too.
    public <R> R transit(String orderId, Function<@Nullable Stock, Transition<Stock, R>> transition) {
        return documents.transit(orderId, transition);
    }

    /// At most `limit` orders of one partition whose shipment was last asked about before `moment`, the longest
    /// silent first.
    public List<String> silentSince(int partition, Instant moment, int limit) {
        IndexQuery query = new IndexQuery(
                SILENT_SHIPMENTS, Integer.toString(partition), null, moment.toString(), null, false, limit);
        return documents.query(query).documents().stream()
                .map(found -> found.id())
                .toList();
    }

    private static List<IndexEntry> entries(Versioned<Stock> stock) {
        @Nullable Instant checkedAt = stock.body().checkedAt();
        if (!stock.body().isAwaitingDispatch() || checkedAt == null) {
            return List.of();
        }
        String orderId = stock.body().orderId();
        String partition = Integer.toString(Math.floorMod(orderId.hashCode(), SPREAD));
        return List.of(new IndexEntry(SILENT_SHIPMENTS, partition, checkedAt + "#" + orderId));
    }
}

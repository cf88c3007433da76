package dev.encargo.orders.store;

import dev.encargo.orders.model.Order;
import dev.encargo.orders.model.Status;
import dev.encargo.platform.Platform;
import dev.encargo.platform.documents.DocumentStore;
import dev.encargo.platform.documents.IndexQuery;
import dev.encargo.platform.documents.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds orders by the indexes, page by page. The newest writes may be missing for a moment.
public final class OrderPages {
    private static final int CHUNK = 100;
    private static final int MOST_READ = 1000;

    private final DocumentStore<OrderDocument> documents;

    public OrderPages(Platform platform) {
        this.documents = new Orders(platform).documents();
    }

    /// At most `limit` orders beyond `after`, newest first. A page may be shorter than `limit` and still have a
    /// next one.
    public OrderPage page(OrderFilter filter, @Nullable String after, int limit) {
        @Nullable String customer = filter.customerId();
        return customer == null ? ofEveryone(filter, after, limit) : ofCustomer(customer, filter, after, limit);
    }

    /// The ids of orders whose oldest waiting fact has waited since before `until`, at most `limit`.
    public List<String> waitingSince(Instant until, int limit) {
        IndexQuery query =
                new IndexQuery(Orders.WAITING_FACTS, Orders.ANY, null, Orders.from(until), null, false, limit);
        return orders(documents.query(query)).stream().map(Order::id).toList();
    }

    private OrderPage ofCustomer(String customer, OrderFilter filter, @Nullable String after, int limit) {
        List<Order> found = new ArrayList<>();
        @Nullable String position = after;
        for (int read = 0; read < MOST_READ; read += CHUNK) {
            Page page = documents.query(query(Orders.BY_CUSTOMER, customer, filter, position, CHUNK));
            for (Order order : orders(page)) {
                if (shows(filter, order)) {
                    if (found.size() == limit) {
                        return new OrderPage(found, sort(found.getLast()));
                    }
                    found.add(order);
                }
            }
            position = page.next();
            if (position == null) {
                return new OrderPage(found, null);
            }
        }
        return new OrderPage(found, position);
    }

    private OrderPage ofEveryone(OrderFilter filter, @Nullable String after, int limit) {
        TreeMap<String, Order> merged = new TreeMap<>(Comparator.reverseOrder());
        for (Status status : filter.status() == null ? List.of(Status.values()) : List.of(filter.status())) {
            for (int shard = 0; shard < Orders.SHARDS; shard++) {
                String partition = Orders.partition(status, shard);
                orders(documents.query(query(Orders.BY_STATUS, partition, filter, after, limit + 1)))
                        .forEach(order -> merged.put(sort(order), order));
            }
        }
        List<Order> newest = merged.values().stream().limit(limit).toList();
        return new OrderPage(
                newest.stream().filter(order -> shows(filter, order)).toList(),
                merged.size() > limit ? sort(newest.getLast()) : null);
    }

    private static boolean shows(OrderFilter filter, Order order) {
        return filter.status() == null || filter.status() == order.status();
    }

    private static IndexQuery query(
            String index, String partition, OrderFilter filter, @Nullable String after, int limit) {
        @Nullable String from = filter.from() == null ? null : Orders.from(filter.from());
        @Nullable String to = filter.to() == null ? null : Orders.from(filter.to());
        return new IndexQuery(index, partition, from, to, after, true, limit);
    }

    private List<Order> orders(Page page) {
        return page.documents().stream()
                .map(stored -> documents.read(stored).body().order())
                .toList();
    }

    private static String sort(Order order) {
        return Orders.sort(order.terms().placedAt(), order.id());
    }
}

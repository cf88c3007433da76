package dev.encargo.cli.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.encargo.local.store.ReadOnly;
import dev.encargo.local.template.model.QueueResource;
import dev.encargo.local.template.model.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the invariants are checked against: one moment of the host's file, the books of the outside parties, the
/// stored files.
///
/// `working` are the orders that somebody still works on: for them only holds what holds at every instant.
record Evidence(
        ReadOnly host,
        Stack stack,
        Path data,
        Moment moment,
        Map<String, OrderSeen> orders,
        Map<String, InvoiceSeen> invoices,
        Books books,
        Set<String> working) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Evidence of(ReadOnly host, Stack stack, Path data, Optional<Moment> running) throws IOException {
        host.freeze();
        Map<String, OrderSeen> orders = byId(
                host,
                "SELECT id, version, body FROM documents WHERE collection = 'orders' ORDER BY id",
                OrderSeen::id,
                (id, version, body) -> OrderSeen.read(id, version, body.path("order")));
        Map<String, InvoiceSeen> invoices = byId(
                host,
                "SELECT id, version, body FROM documents WHERE collection = 'invoices' ORDER BY id",
                InvoiceSeen::orderId,
                (id, _, body) -> InvoiceSeen.read(id, body));
        Set<String> working = Work.orders(host, deadLetters(stack));
        return new Evidence(
                host,
                stack,
                data,
                running.orElseGet(() -> Moment.last(host)),
                orders,
                invoices,
                Books.in(data),
                working);
    }

    private interface Reader<T> {
        T read(String id, long version, JsonNode body);
    }

    private static <T> Map<String, T> byId(ReadOnly host, String sql, Function<T, String> id, Reader<T> reader) {
        return host.list(sql, row -> reader.read(row.getString(1), row.getLong(2), json(row.getString(3)))).stream()
                .collect(Collectors.toMap(id, Function.identity(), (first, _) -> first, java.util.LinkedHashMap::new));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException damaged) {
            throw new DamagedRow(text, damaged);
        }
    }

    /// Whether only that may be said of an order which holds at every instant.
    boolean underWay(String orderId) {
        return working.contains(orderId);
    }

    Set<String> deadLetters() {
        return deadLetters(stack);
    }

    private static Set<String> deadLetters(Stack stack) {
        return stack.deadLetterQueues().stream().map(QueueResource::name).collect(Collectors.toSet());
    }

    /// Where a bucket's files lie.
    Path bucket(String name) {
        return data.resolve("buckets").resolve(name);
    }

    List<OrderSeen> settled() {
        return orders.values().stream().filter(order -> !underWay(order.id())).toList();
    }
}

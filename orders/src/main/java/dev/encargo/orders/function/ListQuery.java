package dev.encargo.orders.function;

import dev.encargo.orders.model.Status;
import dev.encargo.orders.store.OrderFilter;
import dev.encargo.platform.function.ApiRequest;
import dev.encargo.platform.function.Problem;
import dev.encargo.platform.function.Problem.FieldError;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The query of `GET /orders`.
record ListQuery(OrderFilter filter, @Nullable String after, int limit) {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MOST = 100;

    /// @throws Problem 400 naming each wrong parameter
    static ListQuery of(ApiRequest request) {
        List<FieldError> errors = new ArrayList<>();
        OrderFilter filter = new OrderFilter(
                request.queryValue("customerId").orElse(null),
                read(request, "status", Status::valueOf, "must be a status", errors)
                        .orElse(null),
                read(request, "from", ListQuery::instant, "must be a date-time, such as 2026-01-31T09:00:00Z", errors)
                        .orElse(null),
                read(request, "to", ListQuery::instant, "must be a date-time, such as 2026-01-31T09:00:00Z", errors)
                        .orElse(null));
        int limit = read(request, "limit", ListQuery::limit, "must be a whole number from 1 to 100", errors)
                .orElse(DEFAULT_LIMIT);
        @Nullable
        String after = read(
                        request, "cursor", text -> Cursor.read(text, filter), "is not a cursor of this list", errors)
                .orElse(null);
        if (!errors.isEmpty()) {
            throw Problem.of(400, "invalid-request", "The request is not valid").errors(errors);
        }
        return new ListQuery(filter, after, limit);
    }

    /// A relative reference to the same list beyond `cursor`.
    static String next(ApiRequest request, String cursor) {
        Map<String, String> query = new TreeMap<>(request.query());
        query.put("cursor", cursor);
        List<String> parts = new ArrayList<>();
        query.forEach((name, value) -> parts.add(encoded(name) + "=" + encoded(value)));
        return "?" + String.join("&", parts);
    }

    private static <T> Optional<T> read(
            ApiRequest request, String name, Function<String, T> reader, String message, List<FieldError> errors) {
        try {
            return request.queryValue(name).map(reader);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            errors.add(new FieldError(name, message));
            return Optional.empty();
        }
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static int limit(String text) {
        int limit = Integer.parseInt(text);
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException(text);
        }
        return limit;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

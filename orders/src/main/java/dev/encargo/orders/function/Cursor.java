package dev.encargo.orders.function;

import dev.encargo.orders.store.OrderFilter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Where a list continues, opaque to callers and good for one filter only.
final class Cursor {

    private Cursor() {}

    static String of(String position, OrderFilter filter) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((mark(filter) + "|" + position).getBytes(StandardCharsets.UTF_8));
    }

    /// @throws IllegalArgumentException when it is not a cursor of this filter's list
    static String read(String cursor, OrderFilter filter) {
        String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        String mark = mark(filter) + "|";
        if (!text.startsWith(mark) || text.length() == mark.length()) {
            throw new IllegalArgumentException("a cursor of another list");
        }
        return text.substring(mark.length());
    }

    private static String mark(OrderFilter filter) {
        String filtered = filter.customerId() + "|" + filter.status() + "|" + filter.from() + "|" + filter.to();
        return "1" + Integer.toHexString(filtered.hashCode());
    }
}

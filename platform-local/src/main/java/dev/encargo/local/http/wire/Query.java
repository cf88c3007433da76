package dev.encargo.local.http.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A query, decoded: each name with its values in order.
public final class Query {

    private static final int MOST = 200;

    private Query() {}

    /// @throws Problem 400 where it is badly encoded or endless
    public static Map<String, List<String>> parse(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> query = new LinkedHashMap<>();
        int count = 0;
        for (int from = 0; from <= raw.length(); ) {
            int to = raw.indexOf('&', from);
            to = to < 0 ? raw.length() : to;
            if (to > from) {
                add(query, raw.substring(from, to));
            }
            if (++count > MOST) {
                throw Problem.of(400, "bad-query", "The query has too many parameters");
            }
            from = to + 1;
        }
        return Collections.unmodifiableMap(query);
    }

    private static void add(Map<String, List<String>> query, String pair) {
        int equals = pair.indexOf('=');
        String name = Percent.decodeQuery(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : Percent.decodeQuery(pair.substring(equals + 1));
        query.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(value);
    }
}

package dev.encargo.local.document;

import dev.encargo.platform.documents.IndexQuery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of an index as SQL.
final class DocumentQuery {

    private DocumentQuery() {}

    static String sql(int slot, String columns, IndexQuery query) {
        StringBuilder sql = new StringBuilder("SELECT ")
                .append(columns)
                .append(", s")
                .append(slot)
                .append(" FROM documents WHERE collection = ? AND p")
                .append(slot)
                .append(" = ?");
        condition(sql, slot, query.from(), " >= ?");
        condition(sql, slot, query.to(), " < ?");
        condition(sql, slot, query.after(), query.descending() ? " < ?" : " > ?");
        return sql.append(" ORDER BY s")
                .append(slot)
                .append(query.descending() ? " DESC" : "")
                .append(" LIMIT ?")
                .toString();
    }

    private static void condition(StringBuilder sql, int slot, @Nullable String bound, String comparison) {
        if (bound != null) {
            sql.append(" AND s").append(slot).append(comparison);
        }
    }

    static Object[] values(String collection, IndexQuery query, int limit) {
        List<Object> values = new ArrayList<>(List.of(collection, query.partition()));
        addIfPresent(values, query.from());
        addIfPresent(values, query.to());
        addIfPresent(values, query.after());
        values.add(limit);
        return values.toArray();
    }

    private static void addIfPresent(List<Object> values, @Nullable String bound) {
        if (bound != null) {
            values.add(bound);
        }
    }
}

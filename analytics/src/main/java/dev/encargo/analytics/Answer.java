package dev.encargo.analytics;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question's answer: rows of numbers (`Long`, `BigDecimal`), texts, or null. Days are `2026-01-02`, moments
/// `2026-01-02T03:04:05.678Z`; a column that ends in `_minor` counts minor units of the row's `currency`.
public record Answer(String query, List<String> columns, List<List<@Nullable Object>> rows) {

    public Answer {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    static Answer of(String query, ResultSet found) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            columns.add(found.getMetaData().getColumnLabel(i));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (found.next()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                row.add(plain(found, i));
            }
            rows.add(Collections.unmodifiableList(row));
        }
        return new Answer(query, columns, rows);
    }

    private static @Nullable Object plain(ResultSet found, int column) throws SQLException {
        return switch (found.getObject(column)) {
            case null -> null;
            case Long number -> number;
            case Integer number -> number.longValue();
            case BigDecimal number -> number;
            case Timestamp _ ->
                found.getObject(column, LocalDateTime.class)
                        .toInstant(ZoneOffset.UTC)
                        .toString();
            case Object value -> value.toString();
        };
    }
}

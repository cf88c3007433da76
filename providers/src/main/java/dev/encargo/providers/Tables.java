package dev.encargo.providers;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tables of `providers.db`. Times are milliseconds since 1970, amounts minor units.
final class Tables {
    private static final List<String> DEFINITIONS = List.of(
            "CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
            """
            CREATE TABLE IF NOT EXISTS payments (seq INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
              order_id TEXT NOT NULL, amount INTEGER NOT NULL, currency TEXT, method TEXT, reference TEXT,
              status TEXT NOT NULL, barred INTEGER NOT NULL DEFAULT 0, planned INTEGER NOT NULL DEFAULT 0,
              planned_amount INTEGER NOT NULL DEFAULT 0, captures INTEGER NOT NULL DEFAULT 0,
              captured INTEGER NOT NULL DEFAULT 0, refunded INTEGER NOT NULL DEFAULT 0, refund_key TEXT,
              requested_at INTEGER, due_at INTEGER, settled_at INTEGER, refunded_at INTEGER)""",
            "CREATE INDEX IF NOT EXISTS payments_of_order ON payments (order_id)",
            "CREATE INDEX IF NOT EXISTS payments_due ON payments (due_at) WHERE due_at IS NOT NULL",
            """
            CREATE TABLE IF NOT EXISTS stock (sku TEXT PRIMARY KEY, initial INTEGER NOT NULL,
              available INTEGER NOT NULL CHECK (available >= 0), reserved INTEGER NOT NULL CHECK (reserved >= 0),
              sold INTEGER NOT NULL) WITHOUT ROWID""",
            """
            CREATE TABLE IF NOT EXISTS reservations (seq INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
              order_id TEXT NOT NULL, lines TEXT NOT NULL, reference TEXT, status TEXT NOT NULL,
              barred INTEGER NOT NULL DEFAULT 0, release_key TEXT, requested_at INTEGER, released_at INTEGER,
              sold_at INTEGER)""",
            "CREATE INDEX IF NOT EXISTS reservations_of_order ON reservations (order_id)",
            """
            CREATE TABLE IF NOT EXISTS shipments (seq INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
              order_id TEXT NOT NULL, address TEXT, reference TEXT, status TEXT NOT NULL,
              barred INTEGER NOT NULL DEFAULT 0, requested_at INTEGER, dispatched_at INTEGER, delivered_at INTEGER,
              canceled_at INTEGER)""",
            "CREATE INDEX IF NOT EXISTS shipments_of_order ON shipments (order_id)",
            """
            CREATE TABLE IF NOT EXISTS notices (seq INTEGER PRIMARY KEY, party TEXT NOT NULL, id TEXT NOT NULL,
              type TEXT NOT NULL, order_id TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL,
              created_at INTEGER NOT NULL, next_at INTEGER NOT NULL, attempts INTEGER NOT NULL,
              copies INTEGER NOT NULL, last_status INTEGER)""",
            "CREATE INDEX IF NOT EXISTS notices_open ON notices (seq) WHERE state IN ('waiting', 'held')",
            "CREATE INDEX IF NOT EXISTS notices_of_order ON notices (order_id)");

    private Tables() {}

    /// Creates what is missing and returns the name of these books, which every id in them carries.
    static String prepare(Sql sql, Map<String, Long> stock) throws SQLException {
        sql.run("BEGIN IMMEDIATE");
        for (String definition : DEFINITIONS) {
            sql.run(definition);
        }
        @Nullable String name = sql.first("SELECT value FROM meta WHERE name = 'books'", row -> row.getString(1));
        if (name == null) {
            name = freshName();
            sql.change("INSERT INTO meta (name, value) VALUES ('books', ?)", name);
            for (Map.Entry<String, Long> held : stock.entrySet()) {
                sql.change("INSERT INTO stock VALUES (?, ?, ?, 0, 0)", held.getKey(), held.getValue(), held.getValue());
            }
        }
        sql.run("COMMIT");
        return name;
    }

    private static String freshName() {
        byte[] bytes = new byte[4];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

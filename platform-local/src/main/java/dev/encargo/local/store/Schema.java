package dev.encargo.local.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The tables of the host's file. Times are milliseconds of business time since 1970. Tables with long rows have
/// row ids: without them SQLite keeps only a quarter of a page of each row in place.
final class Schema {
    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE IF NOT EXISTS documents (
              collection TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, revision INTEGER NOT NULL,
              body TEXT NOT NULL, pending TEXT, due INTEGER, parked INTEGER NOT NULL DEFAULT 0, writer TEXT NOT NULL,
              written INTEGER NOT NULL,
              p1 TEXT, s1 TEXT, p2 TEXT, s2 TEXT, p3 TEXT, s3 TEXT,
              PRIMARY KEY (collection, id))""",
            "CREATE INDEX IF NOT EXISTS documents_1 ON documents (collection, p1, s1) WHERE p1 IS NOT NULL",
            "CREATE INDEX IF NOT EXISTS documents_2 ON documents (collection, p2, s2) WHERE p2 IS NOT NULL",
            "CREATE INDEX IF NOT EXISTS documents_3 ON documents (collection, p3, s3) WHERE p3 IS NOT NULL",
            "CREATE INDEX IF NOT EXISTS documents_due ON documents (due) WHERE due IS NOT NULL",
            "CREATE INDEX IF NOT EXISTS documents_parked ON documents (parked) WHERE parked > 0",
            """
            CREATE TABLE IF NOT EXISTS document_indexes (
              collection TEXT NOT NULL, name TEXT NOT NULL, slot INTEGER NOT NULL, PRIMARY KEY (collection, name)) WITHOUT ROWID""",
            """
            CREATE TABLE IF NOT EXISTS events (
              seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, bus TEXT NOT NULL, source TEXT NOT NULL,
              type TEXT NOT NULL, subject TEXT, time INTEGER NOT NULL, body TEXT NOT NULL, rules TEXT)""",
            "CREATE INDEX IF NOT EXISTS events_id ON events (id)",
            "CREATE INDEX IF NOT EXISTS events_subject ON events (subject)",
            "CREATE INDEX IF NOT EXISTS events_undispatched ON events (seq) WHERE rules IS NULL",
            """
            CREATE TABLE IF NOT EXISTS deliveries (
              id INTEGER PRIMARY KEY AUTOINCREMENT, event INTEGER NOT NULL, rule TEXT NOT NULL, target TEXT NOT NULL,
              attempts INTEGER NOT NULL, since INTEGER NOT NULL, due INTEGER NOT NULL, error TEXT)""",
            """
            CREATE TABLE IF NOT EXISTS messages (
              id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, body TEXT NOT NULL, attributes TEXT,
              sent INTEGER NOT NULL, visible INTEGER NOT NULL, receives INTEGER NOT NULL DEFAULT 0, error TEXT)""",
            "CREATE INDEX IF NOT EXISTS messages_queue ON messages (queue, id)",
            """
            CREATE TABLE IF NOT EXISTS calls (
              id INTEGER PRIMARY KEY AUTOINCREMENT, function TEXT NOT NULL, payload TEXT NOT NULL,
              attempts INTEGER NOT NULL, since INTEGER NOT NULL, due INTEGER NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS executions (
              id INTEGER PRIMARY KEY AUTOINCREMENT, machine TEXT NOT NULL, name TEXT NOT NULL, status TEXT NOT NULL,
              state TEXT NOT NULL, revision INTEGER NOT NULL, started INTEGER NOT NULL, stopped INTEGER,
              UNIQUE (machine, name))""",
            "CREATE INDEX IF NOT EXISTS executions_open ON executions (status) WHERE status = 'RUNNING'",
            """
            CREATE TABLE IF NOT EXISTS history (
              execution INTEGER NOT NULL, step INTEGER NOT NULL, at INTEGER NOT NULL, events TEXT NOT NULL,
              PRIMARY KEY (execution, step))""",
            """
            CREATE TABLE IF NOT EXISTS mails (
              id TEXT PRIMARY KEY, time INTEGER NOT NULL, sender TEXT NOT NULL, recipient TEXT NOT NULL,
              subject TEXT NOT NULL, text TEXT NOT NULL, html TEXT NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS marks (
              name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID""");

    private Schema() {}

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
        }
    }
}

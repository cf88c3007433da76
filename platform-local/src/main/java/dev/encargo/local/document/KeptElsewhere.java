package dev.encargo.local.document;

import dev.encargo.local.store.Overlay;
import dev.encargo.platform.Ids;
import dev.encargo.platform.documents.KeptDocuments;
import dev.encargo.platform.documents.StoredDocument;
import dev.encargo.platform.effects.PendingEffect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A server's documents as rows, as a host that keeps them itself has them: what asks the file in SQL finds them
/// there. They are those of one moment, soon past.
public final class KeptElsewhere implements Overlay {
    private final List<Row> rows = new ArrayList<>();

    private record Row(String collection, StoredDocument document) {}

    /// Reads all documents, once.
    ///
    /// @throws dev.encargo.platform.Unavailable when the server does not give them
    public KeptElsewhere(KeptDocuments kept) {
        kept.each((collection, document) -> rows.add(new Row(collection, document)));
    }

    @Override
    public void lay(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA temp_store=MEMORY");
            statement.execute("CREATE TEMP TABLE documents AS SELECT * FROM main.documents LIMIT 0");
            statement.execute("BEGIN");
            insert(connection);
            statement.execute("COMMIT");
        }
    }

    private void insert(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO temp.documents
                  (collection, id, version, revision, body, pending, due, parked, writer, written)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (Row row : rows) {
                StoredDocument document = row.document;
                insert.setString(1, row.collection);
                insert.setString(2, document.id());
                insert.setLong(3, document.version());
                insert.setLong(4, document.revision());
                insert.setString(5, document.body());
                insert.setString(6, Pending.write(document.pending()));
                insert.setObject(7, due(document));
                insert.setLong(
                        8,
                        document.pending().stream()
                                .filter(PendingEffect::parked)
                                .count());
                insert.setString(9, document.writer());
                insert.setLong(10, Ids.made(document.writer()).toEpochMilli());
                insert.executeUpdate();
            }
        }
    }

    private static @Nullable Long due(StoredDocument document) {
        return document.due() == null ? null : document.due().toEpochMilli();
    }
}

package dev.encargo.local.document;

import dev.encargo.local.store.Database;
import dev.encargo.local.store.Tx;
import dev.encargo.platform.documents.IndexEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Which of a document's three index columns an index of its collection uses: given out once, kept for good.
public final class DocumentIndexes {
    static final int SLOTS = 3;

    private final Database database;
    private final @Nullable IndexLag lag;
    private final Map<String, Integer> slots = new ConcurrentHashMap<>();

    public DocumentIndexes(Database database) {
        this(database, null);
    }

    /// Indexes that lag behind the writes as `lag` says.
    public DocumentIndexes(Database database, @Nullable IndexLag lag) {
        this.database = database;
        this.lag = lag;
        database.list(
                        "SELECT collection, name, slot FROM document_indexes",
                        row -> Map.entry(row.getString(1) + "/" + row.getString(2), row.getInt(3)))
                .forEach(known -> slots.put(known.getKey(), known.getValue()));
    }

    @Nullable
    IndexLag lag() {
        return lag;
    }

    /// The entries that a document's row has now.
    List<IndexEntry> entries(Tx tx, String collection, String id) throws SQLException {
        return tx.one(
                        "SELECT p1, s1, p2, s2, p3, s3 FROM documents WHERE collection = ? AND id = ?",
                        row -> entries(collection, row),
                        collection,
                        id)
                .orElse(List.of());
    }

    private List<IndexEntry> entries(String collection, ResultSet row) throws SQLException {
        List<IndexEntry> entries = new ArrayList<>();
        String prefix = collection + "/";
        for (Map.Entry<String, Integer> known : slots.entrySet()) {
            @Nullable String partition = row.getString(known.getValue() * 2 - 1);
            if (known.getKey().startsWith(prefix) && partition != null) {
                String index = known.getKey().substring(prefix.length());
                entries.add(new IndexEntry(index, partition, row.getString(known.getValue() * 2)));
            }
        }
        return entries;
    }

    int slot(String collection, String index) {
        Integer known = slots.get(collection + "/" + index);
        return known == null ? assign(collection, index) : known;
    }

    private int assign(String collection, String index) {
        int slot = database.write(tx -> {
            int taken = tx.one(
                            "SELECT slot FROM document_indexes WHERE collection = ? AND name = ?",
                            row -> row.getInt(1),
                            collection,
                            index)
                    .orElse(0);
            if (taken > 0) {
                return taken;
            }
            int next = 1
                    + tx.one(
                                    "SELECT count(*) FROM document_indexes WHERE collection = ?",
                                    row -> row.getInt(1),
                                    collection)
                            .orElse(0);
            if (next > SLOTS) {
                throw new IllegalStateException(collection + " declares more than " + SLOTS + " indexes: " + index);
            }
            tx.update(
                    "INSERT INTO document_indexes (collection, name, slot) VALUES (?, ?, ?)", collection, index, next);
            return next;
        });
        slots.put(collection + "/" + index, slot);
        return slot;
    }
}

package dev.encargo.local.document;

import dev.encargo.local.store.Database;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Which of a document's three index columns an index of its collection uses: given out once, kept for good.
public final class DocumentIndexes {
    static final int SLOTS = 3;

    private final Database database;
    private final Map<String, Integer> slots = new ConcurrentHashMap<>();

    public DocumentIndexes(Database database) {
        this.database = database;
        database.list(
                        "SELECT collection, name, slot FROM document_indexes",
                        row -> Map.entry(row.getString(1) + "/" + row.getString(2), row.getInt(3)))
                .forEach(known -> slots.put(known.getKey(), known.getValue()));
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
            tx.update("INSERT INTO document_indexes (collection, name, slot) VALUES (?, ?, ?)", collection, index, next);
            return next;
        });
        slots.put(collection + "/" + index, slot);
        return slot;
    }
}

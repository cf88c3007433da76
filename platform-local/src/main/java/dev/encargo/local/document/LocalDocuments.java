package dev.encargo.local.document;

import dev.encargo.local.store.Change;
import dev.encargo.local.store.Database;
import dev.encargo.local.store.Tx;
import dev.encargo.local.store.Unit;
import dev.encargo.platform.documents.DocumentKey;
import dev.encargo.platform.documents.Documents;
import dev.encargo.platform.documents.Draft;
import dev.encargo.platform.documents.IndexEntry;
import dev.encargo.platform.documents.IndexQuery;
import dev.encargo.platform.documents.Page;
import dev.encargo.platform.documents.StoredDocument;
import dev.encargo.platform.documents.Written;
import dev.encargo.platform.effects.PendingEffect;
import dev.encargo.platform.effects.Settlement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Documents as rows. Effects are performed in the transaction of their document or, in relay mode, stored with it
/// as on AWS.
public final class LocalDocuments implements Documents {
    static final String COLUMNS = "id, version, revision, body, pending, due, writer";

    private final Database database;
    private final InstantSource clock;
    private final DocumentIndexes indexes;
    private final RecentDocuments recent;
    private final IndexPages pages;
    private final Consequences consequences;
    private final boolean relayed;
    private final boolean first;

    /// `relayed` stores effects for the writer to perform and settle, and for the relay to find after a crash.
    /// `first` lets writes go before background work, for functions whose callers wait.
    public LocalDocuments(
            Database database,
            InstantSource clock,
            DocumentIndexes indexes,
            RecentDocuments recent,
            Consequences consequences,
            boolean relayed,
            boolean first) {
        this.database = database;
        this.clock = clock;
        this.indexes = indexes;
        this.recent = recent;
        this.pages = new IndexPages(database, indexes);
        this.first = first;
        this.consequences = consequences;
        this.relayed = relayed;
    }

    @Override
    public Optional<StoredDocument> get(String collection, String id) {
        return recent.find(collection, id).or(() -> stored(collection, id));
    }

    private Optional<StoredDocument> stored(String collection, String id) {
        return database.one(
                "SELECT " + COLUMNS + " FROM documents WHERE collection = ? AND id = ?",
                LocalDocuments::read,
                collection,
                id);
    }

    @Override
    public Written insert(String collection, Draft draft) {
        Row row = new Row(collection, draft);
        Change following = following(draft);
        return write(tx -> {
            lag(tx, collection, draft.id());
            int inserted = tx.update(
                    """
                    INSERT OR IGNORE INTO documents (collection, id, version, revision, body, pending, due, writer, written,
                      p1, s1, p2, s2, p3, s3) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    collection,
                    draft.id(),
                    draft.version(),
                    draft.body(),
                    stored(draft, List.of()),
                    due(draft, Waiting.NOTHING),
                    draft.writer(),
                    clock.millis(),
                    row.at(1).partition(),
                    row.at(1).sort(),
                    row.at(2).partition(),
                    row.at(2).sort(),
                    row.at(3).partition(),
                    row.at(3).sort());
            return written(tx, collection, draft, inserted, 1, following);
        });
    }

    @Override
    public Written replace(String collection, Draft draft, long revision) {
        Row row = new Row(collection, draft);
        Change following = following(draft);
        return write(tx -> {
            lag(tx, collection, draft.id());
            Waiting waiting = waiting(tx, collection, draft.id());
            List<PendingEffect> before = waiting.effects();
            int replaced = tx.update(
                    """
                    UPDATE documents SET version = ?, revision = revision + 1, body = ?, pending = ?, due = ?, writer = ?, written = ?,
                      p1 = ?, s1 = ?, p2 = ?, s2 = ?, p3 = ?, s3 = ? WHERE collection = ? AND id = ? AND revision = ?""",
                    draft.version(),
                    draft.body(),
                    stored(draft, before),
                    due(draft, waiting),
                    draft.writer(),
                    clock.millis(),
                    row.at(1).partition(),
                    row.at(1).sort(),
                    row.at(2).partition(),
                    row.at(2).sort(),
                    row.at(3).partition(),
                    row.at(3).sort(),
                    collection,
                    draft.id(),
                    revision);
            Written written = written(tx, collection, draft, replaced, revision + 1, following);
            if (!before.isEmpty()) {
                tx.afterCommit(() -> recent.forget(collection, draft.id()));
            }
            return written;
        });
    }

    /// Lets queries find the document, for a while yet, where it is before this write.
    private void lag(Tx tx, String collection, String id) throws SQLException {
        IndexLag lag = indexes.lag();
        if (lag != null) {
            List<IndexEntry> before = indexes.entries(tx, collection, id);
            tx.afterCommit(() -> lag.wrote(new DocumentKey(collection, id), before));
        }
    }

    private Written write(Unit<Written> unit) {
        return first ? database.write(unit) : database.work(unit);
    }

    private Change following(Draft draft) {
        return relayed || draft.effects().isEmpty() ? Change.NOTHING : consequences.of(draft.effects());
    }

    private Written written(Tx tx, String collection, Draft draft, int rows, long revision, Change following)
            throws SQLException {
        if (rows == 0) {
            recent.forget(collection, draft.id());
            return new Written.Conflict();
        }
        if (!relayed) {
            tx.afterCommit(() -> recent.written(collection, stored(draft, revision)));
        }
        following.write(tx);
        return new Written.Done(revision, !relayed);
    }

    private static StoredDocument stored(Draft draft, long revision) {
        return new StoredDocument(draft.id(), draft.version(), revision, draft.body(), List.of(), null, draft.writer());
    }

    /// What the document's relay still has to do: what an earlier run of the host left, and in relay mode the
    /// draft's effects.
    private @Nullable String stored(Draft draft, List<PendingEffect> before) {
        return Pending.with(before, relayed ? draft.effects() : List.of());
    }

    private @Nullable Long due(Draft draft, Waiting before) {
        boolean added = relayed && !draft.effects().isEmpty();
        @Nullable
        Instant due = added
                ? Settlement.due(draft.due(), before.due())
                : Settlement.due(before.effects(), draft.due(), before.due());
        return due == null ? null : due.toEpochMilli();
    }

    /// What the document's relay had to do before a write, and when.
    private record Waiting(
            List<PendingEffect> effects, @Nullable Instant due) {
        private static final Waiting NOTHING = new Waiting(List.of(), null);
    }

    private static Waiting waiting(Tx tx, String collection, String id) throws SQLException {
        return tx.one(
                        "SELECT pending, due FROM documents WHERE collection = ? AND id = ?",
                        row -> new Waiting(Pending.read(row.getString(1)), moment(row, 2)),
                        collection,
                        id)
                .orElse(Waiting.NOTHING);
    }

    private static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() || millis == 0 ? null : Instant.ofEpochMilli(millis);
    }

    @Override
    public boolean amend(
            String collection, String id, long revision, List<PendingEffect> pending, @Nullable Instant due) {
        long parked = pending.stream().filter(PendingEffect::parked).count();
        return database.work(tx -> {
            tx.afterCommit(() -> recent.forget(collection, id));
            return tx.update(
                            """
                            UPDATE documents SET revision = revision + 1, pending = ?, due = ?, parked = ?
                            WHERE collection = ? AND id = ? AND revision = ?""",
                            Pending.write(pending),
                            due == null ? null : due.toEpochMilli(),
                            parked,
                            collection,
                            id,
                            revision)
                    == 1;
        });
    }

    @Override
    public Page query(String collection, IndexQuery query) {
        return pages.page(collection, query);
    }

    @Override
    public List<DocumentKey> due(Instant now, int limit) {
        return database.list(
                "SELECT collection, id FROM documents WHERE due IS NOT NULL AND due <= ? ORDER BY due LIMIT ?",
                row -> new DocumentKey(row.getString(1), row.getString(2)),
                now.toEpochMilli(),
                limit);
    }

    @Override
    public List<DocumentKey> parked(int limit) {
        return database.list(
                "SELECT collection, id FROM documents WHERE parked > 0 LIMIT ?",
                row -> new DocumentKey(row.getString(1), row.getString(2)),
                limit);
    }

    static StoredDocument read(ResultSet row) throws SQLException {
        return new StoredDocument(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                Pending.read(row.getString(5)),
                moment(row, 6),
                row.getString(7));
    }

    /// The index columns of a draft.
    private final class Row {
        private final IndexColumn[] columns = {IndexColumn.NONE, IndexColumn.NONE, IndexColumn.NONE};

        private Row(String collection, Draft draft) {
            for (IndexEntry entry : draft.index()) {
                columns[indexes.slot(collection, entry.index()) - 1] = new IndexColumn(entry.partition(), entry.sort());
            }
        }

        private IndexColumn at(int slot) {
            return columns[slot - 1];
        }
    }

    private record IndexColumn(
            @Nullable String partition, @Nullable String sort) {
        private static final IndexColumn NONE = new IndexColumn(null, null);
    }
}

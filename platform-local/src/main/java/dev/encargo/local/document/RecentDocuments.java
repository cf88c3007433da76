package dev.encargo.local.document;

import dev.encargo.platform.documents.StoredDocument;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The documents in use, as they are on disk. Only this process writes the file, and each write is told here by the
/// writing thread, once it is on disk and before its caller hears of it: what is found here is what the file would
/// say.
public final class RecentDocuments {
    private static final long MOST_CHARACTERS = 16_000_000;

    private final LinkedHashMap<Key, StoredDocument> byKey = new LinkedHashMap<>(1_024, 0.75f, true);
    private long characters;

    private record Key(String collection, String id) {}

    synchronized Optional<StoredDocument> find(String collection, String id) {
        return Optional.ofNullable(byKey.get(new Key(collection, id)));
    }

    /// The next to ask looks into the file.
    synchronized void forget(String collection, String id) {
        @Nullable StoredDocument known = byKey.remove(new Key(collection, id));
        characters -= known == null ? 0 : known.body().length();
    }

    synchronized void written(String collection, StoredDocument document) {
        @Nullable StoredDocument before = byKey.put(new Key(collection, document.id()), document);
        characters +=
                document.body().length() - (before == null ? 0 : before.body().length());
        Iterator<StoredDocument> oldest = byKey.values().iterator();
        while (characters > MOST_CHARACTERS) {
            characters -= oldest.next().body().length();
            oldest.remove();
        }
    }
}

package dev.encargo.local.document;

import dev.encargo.platform.Ids;
import dev.encargo.platform.documents.DocumentStore;
import dev.encargo.platform.documents.Draft;
import dev.encargo.platform.documents.KeptDocuments;
import dev.encargo.platform.documents.StoredDocument;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Whose the documents on a server are: those of one data folder, which has all else that belongs to them. A document
/// beside them says so, by the name that the folder gave itself.
public final class Ownership {
    private static final String COLLECTION = "data-folder";
    private static final String ID = "owner";

    private Ownership() {}

    /// Makes documents the folder's own, if they are nobody's yet. Returns whether they are the folder's; documents
    /// without an owner, such as those of functions on AWS, are not.
    public static boolean claim(KeptDocuments kept, String folder, InstantSource clock) {
        Optional<StoredDocument> owner = kept.documents().get(COLLECTION, ID);
        if (owner.isEmpty() && kept.isEmpty()) {
            kept.documents().insert(COLLECTION, draft(folder, clock));
            owner = kept.documents().get(COLLECTION, ID);
        }
        return owner.filter(stored -> stored.body().equals(body(folder))).isPresent();
    }

    private static Draft draft(String folder, InstantSource clock) {
        return new Draft(
                ID,
                1,
                body(folder),
                List.of(),
                clock.instant().plus(DocumentStore.RELAY_AFTER),
                List.of(),
                Ids.fresh("wri", clock));
    }

    private static String body(String folder) {
        return "{\"folder\":\"" + folder + "\"}";
    }
}

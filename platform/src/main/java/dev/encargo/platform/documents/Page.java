package dev.encargo.platform.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of documents. `next` is the sort key to continue after, null on the last page.
public record Page(List<StoredDocument> documents, @Nullable String next) {

    public Page {
        documents = List.copyOf(documents);
    }
}

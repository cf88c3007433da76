package dev.encargo.platform.documents;

import java.util.Collection;
import java.util.function.BiConsumer;

/// Documents that a server keeps. All but [#documents] is for who starts a host or looks at it from outside, never
/// for a function.
///
/// Every method throws [dev.encargo.platform.Unavailable], with the reason, when the server does not do it.
public interface KeptDocuments extends AutoCloseable {

    /// The port, for a host to give to its functions.
    Documents documents();

    /// Makes what is missing there: the table or collection, with the relay's indexes and those that are `declared`.
    void prepare(Collection<String> declared);

    boolean isEmpty();

    /// Gives every document with its collection, in no order.
    void each(BiConsumer<String, StoredDocument> reader);

    /// Deletes all documents for good.
    void drop();

    @Override
    void close();
}

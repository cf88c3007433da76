package dev.encargo.platform.documents;

/// A kind of server that can keep the documents of a local host. Each is registered as a service; a host is told an
/// address, and asks the kind that serves it.
public interface DocumentServer {

    /// Whether an address is one of this kind, such as `mongodb://127.0.0.1:27017`.
    boolean serves(String address);

    /// The documents at `address`: in the database or table that the address names, else in the one called `name`.
    /// The server is not asked yet.
    ///
    /// @throws IllegalArgumentException when the address says what cannot be understood
    KeptDocuments open(String address, String name);
}

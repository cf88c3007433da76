package dev.encargo.platform.documents;

/// A document changed under every attempt to write it. The caller may try again.
public final class WriteContended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WriteContended(String collection, String id, int attempts) {
        super(collection + "/" + id + " changed under " + attempts + " attempts to write it");
    }
}

package dev.encargo.invoices.store;

/// The file store holds other bytes than were sent. Storing the file again replaces them.
public final class DamagedFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;

    DamagedFile(String key, String expected, String stored) {
        super(key + " was sent with SHA-256 " + expected + " and stored with " + stored);
        this.key = key;
    }

    public String key() {
        return key;
    }
}

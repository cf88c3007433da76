package dev.encargo.local.store;

import java.nio.file.Path;

/// The file is none that can be opened: its rights, its place or what it holds forbid it.
public final class StoreUnusable extends StoreFailed {
    private static final long serialVersionUID = 1L;

    private final transient Path file;

    StoreUnusable(Path file, Throwable cause) {
        super("cannot open " + file, cause);
        this.file = file;
    }

    public Path file() {
        return file;
    }
}

package dev.encargo.cli.bench;

import java.nio.file.Path;
import java.sql.SQLException;

/// The host's file could not be looked into.
final class HostFileUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HostFileUnreadable(Path file, SQLException cause) {
        super("cannot read " + file + ": " + cause.getMessage(), cause);
    }
}

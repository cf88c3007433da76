package dev.encargo.local.store;

import java.sql.Connection;
import java.sql.SQLException;

/// Temporary tables that hide those of the same name in the file, made before it is read.
@FunctionalInterface
public interface Overlay {
    Overlay NONE = _ -> {};

    void lay(Connection connection) throws SQLException;
}

package dev.encargo.local.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A unit of writing: all or nothing. It may be run again when another unit of its group failed, so it changes
/// nothing outside its transaction but through [Tx#afterCommit].
@FunctionalInterface
public interface Unit<T extends @Nullable Object> {
    T run(Tx tx) throws SQLException;
}

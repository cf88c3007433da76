package dev.encargo.local.store;

import java.sql.SQLException;

/// Rows to be written as part of somebody's unit: decided outside the writing thread, written inside.
@FunctionalInterface
public interface Change {

    void write(Tx tx) throws SQLException;

    Change NOTHING = _ -> {};

    default Change and(Change next) {
        return tx -> {
            write(tx);
            next.write(tx);
        };
    }
}

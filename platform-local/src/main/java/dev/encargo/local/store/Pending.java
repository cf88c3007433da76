package dev.encargo.local.store;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// A unit waiting for its group's commit.
final class Pending<T extends @Nullable Object> {
    private final Unit<T> unit;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private @Nullable T result;

    Pending(Unit<T> unit) {
        this.unit = unit;
    }

    void run(Tx tx) throws SQLException {
        result = unit.run(tx);
    }

    @SuppressWarnings("NullAway") // the unit's result is null only where T admits it
    void complete() {
        done.complete(result);
    }

    void fail(Throwable fault) {
        done.completeExceptionally(fault);
    }

    T await() {
        try {
            return done.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new StoreFailed("a write failed", failed.getCause() == null ? failed : failed.getCause());
        }
    }
}

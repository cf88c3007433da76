package dev.encargo.providers;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The books cannot be read or written: closed, or the disk refused.
public final class BooksUnavailable extends RuntimeException {
    BooksUnavailable(String what, @Nullable SQLException cause) {
        super(what, cause);
    }
}

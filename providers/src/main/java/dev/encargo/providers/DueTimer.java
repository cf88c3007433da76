package dev.encargo.providers;

import java.time.Instant;

/// Wakes the stand-ins when the clock that they obey has reached a moment.
///
/// A wake too early or too often is harmless: the stand-ins look at the clock and ask again. A clock that jumps
/// must be followed by {@link Providers#clockMoved()}.
@FunctionalInterface
public interface DueTimer {
    /// Calls `wake`, on any thread, once the clock reads `due` or later. Must return at once.
    void wakeAt(Instant due, Runnable wake);
}

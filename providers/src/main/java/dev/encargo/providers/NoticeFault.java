package dev.encargo.providers;

import java.time.Duration;

/// What goes wrong with a notice. It is decided when the notice is written and survives a restart.
public sealed interface NoticeFault {
    /// Nothing goes wrong.
    record None() implements NoticeFault {}

    /// Never sent.
    record Dropped() implements NoticeFault {}

    /// Sent only after {@link Faults#releaseHeld()}.
    record Held() implements NoticeFault {}

    /// Delivered with success so many times.
    record Repeated(int times) implements NoticeFault {}

    /// Sent so much later by the stand-ins' clock, and so after what follows it.
    record Late(Duration by) implements NoticeFault {}

    default String state() {
        return switch (this) {
            case Dropped _ -> "dropped";
            case Held _ -> "held";
            case None _, Repeated _, Late _ -> "waiting";
        };
    }

    default int copies(int otherwise) {
        return this instanceof Repeated(int times) ? times : otherwise;
    }

    default Duration lateness(Duration otherwise) {
        return this instanceof Late(Duration by) ? by : otherwise;
    }
}

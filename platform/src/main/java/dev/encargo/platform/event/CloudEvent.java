package dev.encargo.platform.event;

import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A CloudEvents 1.0 event with its data read. `sequence` is consecutive per source and `subject` (the order's id).
public record CloudEvent(
        String id,
        String source,
        String type,
        Instant time,
        String subject,
        long sequence,
        String traceparent,
        Event data,
        @Nullable Confidential confidential) {}

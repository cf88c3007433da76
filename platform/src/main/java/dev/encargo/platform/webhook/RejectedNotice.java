package dev.encargo.platform.webhook;

import io.avaje.jsonb.Json;
import java.time.Instant;

/// The newest webhook of its slot that was turned away; `count` are all that the slot has seen. It has no effect on
/// anything.
@Json
public record RejectedNotice(String reason, Instant at, String body, long count) {}

package dev.encargo.platform.event;

import io.avaje.jsonb.Json;
import java.time.Instant;

/// An event ready for the bus. `subject` is the order's id, `detail` the whole CloudEvent as JSON; the other fields
/// repeat what the bus itself needs.
@Json
public record EventMessage(String id, String source, String type, Instant time, String subject, String detail) {}

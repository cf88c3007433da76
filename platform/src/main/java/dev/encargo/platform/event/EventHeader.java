package dev.encargo.platform.event;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// The first look at an event: which type its data has. `detail` is set when the event came in the bus's envelope.
@Json
record EventHeader(@Nullable String type, @Nullable EventHeader detail) {}

package dev.encargo.platform.function;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The batch that Lambda's queue poller passes, as far as functions use it.
@Json
record QueueEvent(@Json.Property("Records") List<Item> records) {

    @Json
    record Item(String messageId, String body, @Nullable Map<String, String> attributes) {}
}

package dev.encargo.platform.function;

import io.avaje.jsonb.Json;
import java.util.List;

/// Names the messages that failed: only they are delivered again.
@Json
record QueueAnswer(List<Failure> batchItemFailures) {

    @Json
    record Failure(String itemIdentifier) {}
}

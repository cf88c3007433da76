package dev.encargo.platform.effects;

import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.Event;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a decision wants to happen, as plain data: it becomes an [Effect] when it is stored with its document.
public sealed interface Intent {

    /// `sequence` is the document's own count of the events it has published.
    record Publish(Event event, long sequence, @Nullable Confidential confidential) implements Intent {}

    /// Answers a waiting step with success; `output` holds ids, not documents.
    record Succeed(String token, Map<String, String> output) implements Intent {}

    record Fail(String token, String error, String cause) implements Intent {}

    /// `input` and `message` are records that have a generated JSON adapter.
    record Start(String workflow, String name, Object input) implements Intent {}

    record Send(String queue, Object message) implements Intent {}
}

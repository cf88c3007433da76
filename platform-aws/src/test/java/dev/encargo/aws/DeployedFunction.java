package dev.encargo.aws;

import dev.encargo.platform.Platform;
import dev.encargo.platform.documents.Draft;
import dev.encargo.platform.documents.StoredDocument;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What runs in a process that no test set up: it asks for its platform as a function's constructor does.
final class DeployedFunction {

    private DeployedFunction() {}

    public static void main(String[] arguments) {
        Platform platform = Platform.current();
        platform.documents()
                .insert("things", new Draft("a", 1, "{\"n\":4}", List.of(), Instant.EPOCH, List.of(), "wri_1"));
        String kept = Platform.current()
                .documents()
                .get("things", "a")
                .map(StoredDocument::body)
                .orElseThrow();
        platform.telemetry().info(platform.function() + " keeps " + kept, Map.of());
    }
}

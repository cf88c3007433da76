package dev.encargo.aws;

import dev.encargo.platform.Platform;
import dev.encargo.platform.Unavailable;
import java.util.Map;

/// Asks the store for a document that does not exist, while the function starts: the first call over TLS costs as
/// much as all that was loaded for it, and a start is the time when nobody waits.
final class Priming {
    private static final String NOTHING = "priming";

    private Priming() {}

    /// A store that does not answer now may do so when it is needed.
    static void of(Platform platform) {
        try {
            platform.documents().get(NOTHING, NOTHING);
        } catch (Unavailable fault) {
            platform.telemetry()
                    .warn("the store did not answer at the start", Map.of("why", String.valueOf(fault.getMessage())));
        }
    }
}

package dev.encargo.local.template.model;

import java.time.Duration;
import java.util.Optional;

/// What becomes of a call that nobody waits for: `maximumRetries` after the first try, within `maximumAge`, then
/// the destination (a queue, topic, bus or function ARN). Without one, a call that failed for good is gone.
public record AsyncInvocation(
        int maximumRetries, Duration maximumAge, Optional<Mention> onFailure, Optional<Mention> onSuccess) {

    /// What Lambda does where nothing is declared: two retries within six hours, no destination.
    public static final AsyncInvocation UNDECLARED =
            new AsyncInvocation(2, Duration.ofHours(6), Optional.empty(), Optional.empty());

    public Optional<String> onFailureArn() {
        return onFailure.map(Mention::arn);
    }
}

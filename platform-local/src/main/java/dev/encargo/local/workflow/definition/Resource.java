package dev.encargo.local.workflow.definition;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The work of a Task state as its `Resource` names it.
///
/// @param text the whole resource
/// @param kind how it is reached
/// @param service the history's `resourceType`: `sqs`, `lambda`, `aws-sdk:dynamodb`, …
/// @param action the history's `resource`: `sendMessage.waitForTaskToken`
/// @param waitsForToken whether the state ends only when somebody answers its token
/// @param synchronous whether the state ends only when the job that it starts has ended (`.sync`)
public record Resource(
        String text, Kind kind, String service, String action, boolean waitsForToken, boolean synchronous) {
    private static final String TOKEN = ".waitForTaskToken";
    private static final Pattern INTEGRATION = Pattern.compile("^arn:[a-z-]+:states:[^:]*:[^:]*:(.+):([^:]+(?::2)?)$");

    /// How a resource is reached.
    public enum Kind {
        /// A function by its own name.
        LAMBDA,
        /// Work that a worker fetches by itself.
        ACTIVITY,
        /// A call of a service.
        INTEGRATION,
        /// Anything else.
        OTHER
    }

    public static Resource of(String text) {
        boolean token = text.endsWith(TOKEN);
        boolean sync = text.endsWith(".sync") || text.endsWith(".sync:2");
        if (text.contains(":lambda:") && text.contains(":function:")) {
            return new Resource(text, Kind.LAMBDA, "lambda", text, token, sync);
        }
        if (text.contains(":states:") && text.contains(":activity:")) {
            return new Resource(text, Kind.ACTIVITY, "activity", text, token, sync);
        }
        Matcher matcher = INTEGRATION.matcher(text);
        if (matcher.matches()) {
            return new Resource(text, Kind.INTEGRATION, matcher.group(1), matcher.group(2), token, sync);
        }
        return new Resource(text, Kind.OTHER, "unknown", text, token, sync);
    }

    /// What the state waits for beyond the call's own answer is not available to Express workflows.
    public boolean standardOnly() {
        return waitsForToken || synchronous || kind == Kind.ACTIVITY;
    }
}

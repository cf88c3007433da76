package dev.encargo.local.workflow.definition;

import java.time.Duration;

/// The two kinds of workflow: Standard ones may wait for others and last a year, Express ones last five minutes.
public enum WorkflowType {
    STANDARD(Duration.ofDays(365)),
    EXPRESS(Duration.ofMinutes(5));

    private final Duration longest;

    WorkflowType(Duration longest) {
        this.longest = longest;
    }

    /// How long an execution may take when its definition sets no lower limit.
    public Duration longest() {
        return longest;
    }
}

package dev.encargo.cli.workflow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One stay in a state. `depth` counts the Parallel and Map states around it, `attempts` the calls of its task,
/// `errors` what calls ended with. `left` is null while it stays, or when it ended the execution.
record Visit(
        int depth,
        String state,
        String kind,
        Instant entered,
        @Nullable Instant left,
        int attempts,
        List<String> errors,
        @Nullable String input,
        @Nullable String output) {}

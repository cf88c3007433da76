package dev.encargo.local.workflow.definition;

import dev.encargo.local.workflow.data.Expression;
import dev.encargo.local.workflow.data.ResultPath;
import dev.encargo.local.workflow.data.StatesError;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a state does about errors: first its retriers, then its catchers, each in the order written.
public record ErrorPolicy(List<Retrier> retriers, List<Catcher> catchers) {
    public static final ErrorPolicy NONE = new ErrorPolicy(List.of(), List.of());

    /// @param intervalSeconds the delay before the first retry
    /// @param maxAttempts how many retries there may be
    /// @param backoffRate what each delay is multiplied with to get the next
    /// @param maxDelaySeconds the longest delay, or null
    /// @param fullJitter whether the delay is drawn between 0 and what it would be
    public record Retrier(
            List<String> errors,
            long intervalSeconds,
            long maxAttempts,
            double backoffRate,
            @Nullable Long maxDelaySeconds,
            boolean fullJitter) {

        /// Seconds before the retry that follows `attempts` earlier ones.
        ///
        /// @param fraction where in the range the delay is drawn, used only with full jitter
        public double delay(long attempts, double fraction) {
            double delay = (double) intervalSeconds * Math.pow(backoffRate, (double) attempts);
            double capped = Math.min(delay, maxDelaySeconds == null ? 99_999_999d : maxDelaySeconds);
            return fullJitter ? capped * fraction : capped;
        }
    }

    /// @param resultPath where the error output goes in the state's input (JSONPath)
    /// @param assign variables to set, or null
    /// @param output what the next state is given instead of the error output, or null (JSONata)
    public record Catcher(
            List<String> errors,
            String next,
            ResultPath resultPath,
            @Nullable Expression assign,
            @Nullable Expression output) {}

    /// Whether a list of error names covers an error of a state.
    ///
    /// @param branched whether the error came out of a branch of a Parallel state
    public static boolean covers(List<String> names, String error, boolean branched) {
        if (error.equals(StatesError.RUNTIME)) {
            return false;
        }
        for (String name : names) {
            if (covers(name, error) || (branched && name.equals(StatesError.BRANCH_FAILED))) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(String name, String error) {
        return switch (name) {
            case StatesError.ALL -> !error.equals(StatesError.DATA_LIMIT_EXCEEDED);
            case StatesError.TASK_FAILED -> !BEYOND_TASK_FAILED.contains(error);
            // A missed heartbeat is a timeout with a name of its own.
            case StatesError.TIMEOUT -> error.equals(name) || error.equals(StatesError.HEARTBEAT_TIMEOUT);
            default -> error.equals(name);
        };
    }

    private static final Set<String> BEYOND_TASK_FAILED =
            Set.of(StatesError.TIMEOUT, StatesError.HEARTBEAT_TIMEOUT, StatesError.DATA_LIMIT_EXCEEDED);
}

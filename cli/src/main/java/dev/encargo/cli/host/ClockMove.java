package dev.encargo.cli.host;

import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.encargo.cli.output.Moments;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.ControlClient;
import java.time.Duration;
import java.time.Instant;

/// Moves business time in steps of some hours, so that it can be followed, and stops where Ctrl-C finds it: the step
/// under way ends in the host, no other begins.
final class ClockMove {
    private static final Duration STEP = Duration.ofHours(6);
    private static final Duration WORTH_SAYING = Duration.ofSeconds(2);

    private final ControlClient control;
    private final Output output;

    ClockMove(ControlClient control, Output output) {
        this.control = control;
        this.output = output;
    }

    void by(Duration far) {
        long said = System.nanoTime();
        for (Duration left = far; left.isPositive(); left = left.minus(STEP)) {
            Duration step = left.compareTo(STEP) < 0 ? left : STEP;
            JsonNode moved =
                    control.ask("clock", JsonNodeFactory.instance.objectNode().put("forward", step.toString()));
            if (System.nanoTime() - said > WORTH_SAYING.toNanos()) {
                said = System.nanoTime();
                Instant reached = Instant.parse(moved.path("now").asText());
                Duration after = left.minus(step);
                output.progress("  "
                        + say(
                                "It has become %s; %s to go. Ctrl-C stops here.",
                                Moments.dayAndTime(reached), Moments.lasted(after)));
            }
        }
    }
}

package dev.encargo.cli.host;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.output.Moments;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.ControlClient;
import dev.encargo.cli.running.HostChoice;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One way that the clock is moved, a second of real time after the other: who asks for no more of it has stopped it.
final class ClockMove {
    private static final Duration SLICE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final HostChoice host;
    private final ControlClient control;
    private final Output output;
    private final Duration way;
    private Duration left;
    private @Nullable Instant reached;
    private long said;

    ClockMove(HostChoice host, Output output, Duration way) {
        this.host = host;
        this.control = host.control();
        this.output = output;
        this.way = way;
        this.left = way;
    }

    /// Returns what is left of the way when it was interrupted, else nothing.
    ///
    /// @throws Refusal where the host ends on the way
    Duration go(Interruption interruption) {
        do {
            JsonNode answer = slice();
            left = Duration.parse(answer.path("left").asText());
            reached = Instant.parse(answer.path("now").asText());
            if (!left.isZero() && answer.path("stopping").booleanValue()) {
                throw hostEnded(reached);
            }
            tell(reached);
        } while (!left.isZero() && !interruption.isAsked());
        return left;
    }

    private JsonNode slice() {
        try {
            return control.ask(
                    "clock",
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("forward", left.toString())
                            .put("within", SLICE.toString()));
        } catch (Refusal refusal) {
            Instant before = reached;
            throw before != null && refusal.exitCode() == Refusal.NOT_RUNNING ? hostEnded(before) : refusal;
        }
    }

    private void tell(Instant now) {
        if (!left.isZero() && (said == 0 || System.nanoTime() - said > BETWEEN_LINES.toNanos())) {
            said = System.nanoTime();
            output.progress("  " + say("%s of %s: it is %s.", moved(), Moments.lasted(way), Moments.dayAndTime(now)));
        }
    }

    private String moved() {
        return Moments.lasted(way.minus(left));
    }

    Refusal interrupted() {
        return new Refusal(
                Refusal.INTERRUPTED,
                say("Interrupted at %s.", reached == null ? "" : Moments.dayAndTime(reached)),
                say(
                        "The clock was moved by %s of %s; what fell due until then has happened.",
                        moved(), Moments.lasted(way)),
                say("Go on:  %s", rest()));
    }

    private Refusal hostEnded(Instant at) {
        return new Refusal(
                Refusal.FAILED,
                say("The host was stopped while its clock was moved."),
                say("It had come to %s, and goes on from there when it starts.", Moments.dayAndTime(at)),
                say("Use:  %s      then      %s", host.up(), rest()));
    }

    private String rest() {
        return encargo("clock " + Amount.written(left) + host.asGiven());
    }
}

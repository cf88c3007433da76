package dev.encargo.cli.events;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.InputFile;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.output.Utf8;
import dev.encargo.local.bus.EventPattern;
import dev.encargo.local.bus.InvalidEvent;
import dev.encargo.local.bus.InvalidEventPattern;
import dev.encargo.local.bus.Mismatch;
import dev.encargo.local.bus.PatternBatch;
import dev.encargo.local.bus.Why;
import dev.encargo.local.workflow.data.Json;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Asks patterns of events, without a host.
@Command(
        name = "match",
        mixinStandardHelpOptions = true,
        description = {
            "Ask whether an event matches a pattern, as EventBridge would decide. No host is needed.",
            "Exit code 1 when it does not match, 2 when EventBridge refuses the pattern; with --batch always 0."
        },
        footer = {
            "",
            "With --batch each line of standard input is a question {\"id\", \"pattern\", \"event\"} and is answered by a",
            "line {\"id\", \"matches\"}, or {\"id\", \"error\"} for a pattern that EventBridge refuses.",
            "",
            "Example:  encargo events match --pattern rule.json --event order-created.json"
        })
final class EventsMatch implements Callable<Integer> {
    @Option(names = "--batch", description = "Answer the lines of standard input.")
    private boolean batch;

    @Option(names = "--pattern", paramLabel = "FILE", description = "An event pattern, JSON.")
    private @Nullable Path pattern;

    @Option(names = "--event", paramLabel = "FILE", description = "An event, JSON.")
    private @Nullable Path event;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        if (batch && pattern == null && event == null) {
            return PatternBatch.matchBatch(System.in, Utf8.lines(output.stream()));
        }
        if (!batch && pattern != null && event != null) {
            return single(InputFile.read("--pattern", pattern), InputFile.read("--event", event));
        }
        throw new Refusal(
                Refusal.USAGE,
                say("There is not one thing to match."),
                say("Give either --batch, or --pattern and --event."),
                say(
                        "Use:  %s      or      %s",
                        encargo("events match --pattern FILE --event FILE"), encargo("events match --batch")));
    }

    private int single(String patternJson, String eventJson) {
        try {
            Optional<Mismatch> mismatch = Why.not(EventPattern.of(patternJson), eventJson);
            if (output.json()) {
                output.object(Json.object()
                        .put("matches", mismatch.isEmpty())
                        .put("why", mismatch.map(Mismatch::sentence).orElse(null)));
            } else {
                mismatch.ifPresentOrElse(
                        this::print, () -> output.line("  " + output.done() + " " + say("It matches.")));
            }
            return mismatch.isEmpty() ? 0 : Refusal.FAILED;
        } catch (InvalidEventPattern refused) {
            throw invalid(say("EventBridge refuses this pattern."), refused);
        } catch (InvalidEvent refused) {
            throw invalid(say("This is no event."), refused);
        }
    }

    private void print(Mismatch why) {
        output.line("  " + output.failed() + " " + say("It does not match."));
        output.line("    " + Difference.sentence(why));
    }

    private static Refusal invalid(String what, RuntimeException why) {
        return new Refusal(
                Refusal.USAGE, what, String.valueOf(why.getMessage()), say("Correct the file, then ask again."));
    }
}

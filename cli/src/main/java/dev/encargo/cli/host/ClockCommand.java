package dev.encargo.cli.host;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.output.Moments;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.local.control.Control;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Shows or moves business time. A move that is interrupted stops where it is.
@Command(
        name = "clock",
        mixinStandardHelpOptions = true,
        description = "Show the host's clock, or move it forward: what falls due on the way happens, in order.")
public final class ClockCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "+TIME", description = "How far: +48h, +31m, +7d, +1h30m, +45s.")
    private @Nullable String forward;

    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (forward == null) {
            show();
            return 0;
        }
        Duration by = way(forward);
        try (Interruption interruption = Interruption.awaited()) {
            return moved(by, interruption);
        }
    }

    /// All is said before it returns: the process may end then.
    private int moved(Duration by, Interruption interruption) {
        try {
            ClockMove move = new ClockMove(host, output, by);
            Duration left = move.go(interruption);
            show();
            if (left.isZero()) {
                return 0;
            }
            throw move.interrupted();
        } catch (Refusal refusal) {
            refusal.print(spec.commandLine().getErr());
            return refusal.exitCode();
        }
    }

    private Duration way(String text) {
        Duration way = Amount.read(text)
                .orElseThrow(() -> new Refusal(
                        Refusal.USAGE,
                        say("%s is no time to move forward by.", text),
                        text.startsWith("-")
                                ? say("The clock never moves back.")
                                : say("Days, hours, minutes and seconds are d, h, m and s."),
                        say("Use:  %s      or      %s", command("+48h"), command("+1h30m"))));
        if (way.compareTo(Control.LONGEST_MOVE) > 0) {
            throw new Refusal(
                    Refusal.USAGE,
                    say("%s is further than the clock moves at once.", text),
                    say("All that falls due on the way happens, a day in seconds: %d days at most.", longest()),
                    say("Use:  %s", command("+" + longest() + "d")));
        }
        return way;
    }

    private static long longest() {
        return Control.LONGEST_MOVE.toDays();
    }

    private String command(String amount) {
        return encargo("clock " + amount + host.asGiven());
    }

    private void show() {
        JsonNode status = host.control().ask("status", JsonNodeFactory.instance.objectNode());
        Duration ahead = Duration.parse(status.path("ahead").asText());
        if (output.json()) {
            output.object(JsonNodeFactory.instance
                    .objectNode()
                    .put("now", status.path("now").asText())
                    .put("aheadSeconds", ahead.toSeconds()));
            return;
        }
        String now = Moments.dayAndTime(Instant.parse(status.path("now").asText()));
        output.line("  "
                + (ahead.isZero()
                        ? say("It is %s for the host.", now)
                        : say("It is %s for the host, %s ahead.", now, words(ahead))));
    }

    private static String words(Duration duration) {
        Duration near = duration.plusSeconds(30);
        return near.toDays() > 0
                ? say("%d d %d h %02d min", near.toDays(), near.toHoursPart(), near.toMinutesPart())
                : say("%d h %02d min", near.toHoursPart(), near.toMinutesPart());
    }
}

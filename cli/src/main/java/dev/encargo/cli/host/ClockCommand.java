package dev.encargo.cli.host;

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
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Shows or moves business time.
@Command(
        name = "clock",
        mixinStandardHelpOptions = true,
        description = "Show the host's clock, or move it forward: what falls due on the way happens, in order.")
public final class ClockCommand implements Callable<Integer> {
    private static final Pattern AMOUNT =
            Pattern.compile("\\+?(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,9})s)?");
    private static final Duration LONGEST = Duration.ofDays(366);

    @Parameters(
            arity = "0..1",
            paramLabel = "+TIME",
            description = "How far: +48h, +31m, +7d, +1h30m, +45s; up to a year at once.")
    private @Nullable String forward;

    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        Duration far = forward == null ? Duration.ZERO : duration(forward);
        ControlClient control = host.control();
        new ClockMove(control, output).by(far);
        JsonNode status = control.ask("status", JsonNodeFactory.instance.objectNode());
        Instant now = Instant.parse(status.path("now").asText());
        Duration ahead = Duration.parse(status.path("ahead").asText());
        if (output.json()) {
            output.object(JsonNodeFactory.instance
                    .objectNode()
                    .put("now", now.toString())
                    .put("aheadSeconds", ahead.toSeconds()));
        } else if (ahead.isZero()) {
            output.line("  " + say("It is %s for the host.", Moments.dayAndTime(now)));
        } else {
            output.line("  " + say("It is %s for the host, %s ahead.", Moments.dayAndTime(now), words(ahead)));
        }
        return 0;
    }

    static Duration duration(String text) {
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches() || text.chars().noneMatch(Character::isDigit)) {
            throw refusal(
                    text,
                    text.startsWith("-")
                            ? say("The clock never moves back.")
                            : say("Days, hours, minutes and seconds are d, h, m and s."));
        }
        Duration far = Duration.ofDays(number(amount, 1))
                .plusHours(number(amount, 2))
                .plusMinutes(number(amount, 3))
                .plusSeconds(number(amount, 4));
        if (far.compareTo(LONGEST) > 0) {
            throw refusal(text, say("The clock moves up to %d days at once.", LONGEST.toDays()));
        }
        return far;
    }

    private static Refusal refusal(String text, String why) {
        return new Refusal(
                Refusal.USAGE,
                say("%s is no time to move forward by.", text),
                why,
                say("Use:  %s      or      %s", "encargo clock +48h", "encargo clock +1h30m"));
    }

    private static long number(Matcher amount, int group) {
        return amount.group(group) == null ? 0 : Long.parseLong(amount.group(group));
    }

    private static String words(Duration duration) {
        Duration near = duration.plusSeconds(30);
        long days = near.toDays();
        return (days > 0 ? days + " d " : "") + "%d h %02d min".formatted(near.toHoursPart(), near.toMinutesPart());
    }
}

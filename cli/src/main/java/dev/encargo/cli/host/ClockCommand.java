package dev.encargo.cli.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.ControlClient;
import dev.encargo.cli.running.HostChoice;
import java.time.Duration;
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

    @Parameters(arity = "0..1", paramLabel = "+TIME", description = "How far: +48h, +31m, +7d, +1h30m, +45s.")
    private @Nullable String forward;

    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        ControlClient control = host.control();
        if (forward != null) {
            control.ask(
                    "clock",
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("forward", duration(forward).toString()));
        }
        JsonNode status = control.ask("status", JsonNodeFactory.instance.objectNode());
        Duration ahead = Duration.parse(status.path("ahead").asText());
        if (output.json()) {
            output.object(JsonNodeFactory.instance
                    .objectNode()
                    .put("now", status.path("now").asText())
                    .put("aheadSeconds", ahead.toSeconds()));
        } else {
            output.line("  It is " + status.path("now").asText() + " for the host"
                    + (ahead.isZero() ? "." : ", " + words(ahead) + " ahead."));
        }
        return 0;
    }

    static Duration duration(String text) {
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches() || text.chars().noneMatch(Character::isDigit)) {
            throw new Refusal(
                    Refusal.USAGE,
                    text + " is no time to move forward by.",
                    text.startsWith("-")
                            ? "The clock never moves back."
                            : "Days, hours, minutes and seconds are d, h, m and s.",
                    "Use:  encargo clock +48h      or      encargo clock +1h30m");
        }
        return Duration.ofDays(number(amount, 1))
                .plusHours(number(amount, 2))
                .plusMinutes(number(amount, 3))
                .plusSeconds(number(amount, 4));
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

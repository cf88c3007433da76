package dev.encargo.cli.order;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.order.Goal.Verdict;
import dev.encargo.cli.output.Moments;
import dev.encargo.cli.output.Output;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What is said when following an order ends: where it stands, what comes next, how long it took.
final class Ending {
    private final Output output;
    private final String host;

    Ending(Output output, String host) {
        this.output = output;
        this.host = host;
    }

    /// Tells it and returns the exit code.
    ///
    /// @throws Refusal where nothing moved any more
    int tell(Seen seen, URI page, Duration patience) {
        if (output.json()) {
            output.object(object(seen));
        } else if (seen.verdict() != Verdict.OPEN) {
            print(seen, page);
        }
        if (seen.verdict() == Verdict.OPEN) {
            throw stuck(seen, patience);
        }
        return seen.verdict() == Verdict.REACHED ? 0 : Refusal.FAILED;
    }

    private void print(Seen seen, URI page) {
        String id = seen.order().path("id").asText();
        switch (seen.status()) {
            case "PAID" -> next(say("waiting for shipment"), "ship", id);
            case "SHIPPED" -> next(say("waiting for delivery"), "deliver", id);
            default -> {}
        }
        if (seen.order().at("/cancellation/outcome").asText().equals("TOO_LATE")) {
            output.line("  " + output.failed() + " " + say("too late to cancel: the parcel has left"));
        }
        output.line("  " + summary(seen) + "   " + page);
    }

    private void next(String what, String command, String id) {
        output.line("  %s %s   %s"
                .formatted(
                        output.waiting(),
                        Story.padded(what, Story.noteAt()),
                        encargo("order " + command + " " + id + host)));
    }

    private static String summary(Seen seen) {
        String reason = seen.order().path("reason").asText();
        return switch (seen.status()) {
            case "REJECTED" -> say("rejected: %s", Reason.words(reason));
            case "CANCELED" ->
                time(seen, "/cancellation/askedAt", "CANCELED")
                        .map(time -> say("canceled in %s", Moments.lasted(time)))
                        .orElseGet(() -> say("canceled"));
            default ->
                time(seen, "/createdAt", "PAID")
                        .map(time -> say("paid in %s", Moments.lasted(time)))
                        .orElse(seen.status());
        };
    }

    /// From a time of the order until it got this status.
    private static Optional<Duration> time(Seen seen, String since, String status) {
        if (seen.order().at(since).isMissingNode()) {
            return Optional.empty();
        }
        Instant start = Instant.parse(seen.order().at(since).asText());
        for (JsonNode entry : seen.timeline().path("entries")) {
            if (entry.path("code").asText().equals("STATUS_CHANGED")
                    && entry.at("/references/to").asText().equals(status)) {
                return Optional.of(
                        Duration.between(start, Instant.parse(entry.path("at").asText())));
            }
        }
        return Optional.empty();
    }

    private static ObjectNode object(Seen seen) {
        ObjectNode end = JsonNodeFactory.instance
                .objectNode()
                .put("orderId", seen.order().path("id").asText())
                .put("outcome", seen.verdict().name())
                .put("status", seen.status());
        Milestone.find(seen.timeline(), Milestone.INVOICE_ISSUED)
                .ifPresent(issued -> end.set("invoice", issued.at("/references/invoice")));
        if (seen.order().has("reason")) {
            end.set("reason", seen.order().path("reason"));
        }
        time(seen, "/createdAt", "PAID").ifPresent(time -> end.put("paidInMs", time.toMillis()));
        return end;
    }

    private Refusal stuck(Seen seen, Duration patience) {
        String id = seen.order().path("id").asText();
        return new Refusal(
                Refusal.FAILED,
                say("%s is %s, and nothing has moved for %s.", id, seen.status(), Moments.lasted(patience)),
                Goal.awaited(seen.order(), seen.timeline()),
                say(
                        "Use:  %s      or let time pass:  %s",
                        encargo("order watch " + id + host), encargo("clock +31m" + host)));
    }
}

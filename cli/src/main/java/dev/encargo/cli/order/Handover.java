package dev.encargo.cli.order;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.order.Goal.Verdict;
import dev.encargo.cli.output.Moments;
import dev.encargo.cli.output.Output;
import java.time.Duration;

/// What is said when the warehouse was told to move a parcel.
final class Handover {
    private final Output output;
    private final String host;

    Handover(Output output, String host) {
        this.output = output;
        this.host = host;
    }

    /// Tells it and returns the exit code.
    ///
    /// @throws Refusal where the order did not follow
    int tell(Seen seen, JsonNode parcel, Duration patience) {
        String id = seen.order().path("id").asText();
        String tracking = parcel.path("tracking").asText();
        if (seen.verdict() != Verdict.REACHED) {
            throw new Refusal(
                    Refusal.FAILED,
                    say("The warehouse has moved the parcel of %s, and the order is still %s.", id, seen.status()),
                    seen.verdict() == Verdict.MISSED
                            ? say("It had ended before.")
                            : say("The warehouse's notice has changed nothing within %s.", Moments.lasted(patience)),
                    say("Use:  %s", encargo("order show " + id + host)));
        }
        if (output.json()) {
            output.object(JsonNodeFactory.instance
                    .objectNode()
                    .put("orderId", id)
                    .put("status", seen.status())
                    .put("shipment", parcel.path("reference").asText())
                    .put("tracking", tracking));
            return 0;
        }
        boolean delivered = seen.status().equals("DELIVERED");
        output.line(
                "  %s %s   %s   %s".formatted(output.done(), say(delivered ? "delivered" : "shipped"), id, tracking));
        if (!delivered) {
            output.progress("    " + say("When it arrives:  %s", encargo("order deliver " + id + host)));
        }
        return 0;
    }
}

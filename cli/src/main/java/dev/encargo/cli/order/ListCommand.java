package dev.encargo.cli.order;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.cli.output.Moments;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.output.Table;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.cli.running.Limit;
import dev.encargo.cli.running.Since;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists orders, newest first.
@Command(name = "list", mixinStandardHelpOptions = true, description = "List orders, newest first.")
public final class ListCommand implements Callable<Integer> {
    private static final int PAGE = 100;

    /// As the API writes them.
    enum Status {
        PENDING,
        RESERVED,
        PAID,
        SHIPPED,
        DELIVERED,
        REJECTED,
        CANCELED
    }

    @Option(names = "--status", paramLabel = "S", description = "Only those that are ${COMPLETION-CANDIDATES}.")
    private @Nullable Status status;

    @Option(names = "--customer", paramLabel = "C", description = "Only this customer's.")
    private @Nullable String customer;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description =
                    "Only those placed from then on, by the host's clock: 30m, 1h, 7d ago, or 2026-01-31T09:00:00Z.")
    private @Nullable String since;

    @Mixin
    private Limit limit = new Limit();

    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        int most = limit.number();
        List<JsonNode> found = found(new OrderApi(host), filter(), most);
        boolean more = found.size() > most;
        List<JsonNode> shown = more ? found.subList(0, most) : found;
        if (output.json()) {
            shown.forEach(output::object);
        } else if (shown.isEmpty()) {
            output.progress("  "
                    + (filter().isEmpty()
                            ? say(
                                    "No orders yet. Place one:  %s",
                                    encargo("order create --sample --watch" + host.asGiven()))
                            : say("No order is like that.")));
        } else {
            print(shown);
            if (more) {
                output.progress("  "
                        + say(
                                "There are more:  %s",
                                encargo("order list --limit " + most * 5L + asGiven() + host.asGiven())));
            }
        }
        return 0;
    }

    /// One more than asked for, where there is one.
    private static List<JsonNode> found(OrderApi orders, String filter, int most) {
        List<JsonNode> found = new ArrayList<>();
        String cursor = "";
        do {
            long size = Math.min(PAGE, most + 1L - found.size());
            JsonNode page = orders.list("limit=" + size + filter + cursor);
            page.path("orders").forEach(found::add);
            String next = page.path("next").asText();
            cursor = next.isEmpty() ? "" : "&cursor=" + encoded(next);
        } while (!cursor.isEmpty() && found.size() <= most);
        return found;
    }

    /// The options that choose the same orders in another command.
    private String asGiven() {
        return (status == null ? "" : " --status " + status)
                + (customer == null ? "" : " --customer " + customer)
                + (since == null ? "" : " --since " + since);
    }

    private String filter() {
        return (status == null ? "" : "&status=" + status)
                + (customer == null ? "" : "&customerId=" + encoded(customer))
                + (since == null
                        ? ""
                        : "&from=" + encoded(Since.of(since, host.now()).toString()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void print(List<JsonNode> orders) {
        Table table =
                new Table(say("ORDER"), say("STATUS"), say("TOTAL>"), say("CUSTOMER"), say("PLACED"), say("NOTE"));
        for (JsonNode order : orders) {
            table.row(
                    order.path("id").asText(),
                    order.path("status").asText(),
                    Headline.total(order),
                    order.path("customerId").asText(),
                    Moments.dayAndTime(Instant.parse(order.path("createdAt").asText())),
                    note(order));
        }
        table.print(output);
    }

    private static String note(JsonNode order) {
        List<String> notes = new ArrayList<>();
        if (order.has("attention")) {
            notes.add("! " + order.path("attention").asText());
        }
        String outcome = order.at("/cancellation/outcome").asText();
        if (outcome.equals("PENDING") || outcome.equals("TOO_LATE")) {
            notes.add(say(outcome.equals("PENDING") ? "cancel asked for" : "too late to cancel"));
        } else if (order.path("status").asText().equals("REJECTED")) {
            notes.add(Reason.words(order.path("reason").asText()));
        }
        return String.join(", ", notes);
    }
}

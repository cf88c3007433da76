package dev.encargo.cli.order;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.output.Moments;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.output.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// All that is known of an order, on one screen.
final class OrderSheet {
    /// The number of an invoice and the amount of a payment stand in the text already.
    private static final Set<String> SAID = Set.of("amount", "invoice", "from", "to", "attention", "gross", "date");

    private final Output output;
    private final String host;

    OrderSheet(Output output, String host) {
        this.output = output;
        this.host = host;
    }

    void print(JsonNode order, JsonNode timeline, List<ObjectNode> workflows) {
        head(order);
        output.line("");
        lines(order);
        output.line("");
        totals(order);
        output.line("");
        story(timeline);
        output.line("");
        documents(order, timeline);
        workflows.forEach(workflow -> labeled(say("Workflow:"), workflow(workflow)));
        next(order, timeline);
    }

    private void head(JsonNode order) {
        output.line("  %s   %s   %s"
                .formatted(order.path("id").asText(), order.path("status").asText(), Headline.total(order)));
        labeled(say("Customer:"), joined(order, "customerId", "name", "email", "taxId"));
        JsonNode address = order.path("shippingAddress");
        labeled(say("Address:"), joined(address, "line1", "line2", "postalCode", "city", "region", "country"));
        labeled(
                say("Placed:"),
                Moments.dayAndTime(Instant.parse(order.path("createdAt").asText())));
        labeled(say("Version:"), order.path("version").asText());
        labeled(say("Attention:"), order.path("attention").asText());
        labeled(say("Reason:"), Reason.words(order.path("reason").asText()));
        if (order.has("cancellation")) {
            Instant asked = Instant.parse(order.at("/cancellation/askedAt").asText());
            labeled(
                    say("Cancel:"),
                    cancel(
                            Moments.dayAndTime(asked),
                            order.at("/cancellation/outcome").asText()));
        }
    }

    private static String cancel(String asked, String outcome) {
        return switch (outcome) {
            case "PENDING" -> say("asked for at %s: being undone", asked);
            case "DONE" -> say("asked for at %s: done", asked);
            case "TOO_LATE" -> say("asked for at %s: too late, the parcel had left", asked);
            default -> say("asked for at %s: %s", asked, outcome);
        };
    }

    private void lines(JsonNode order) {
        Table table =
                new Table(say("SKU"), say("DESCRIPTION"), say("QTY>"), say("UNIT PRICE>"), say("TAX>"), say("NET>"));
        String currency = Headline.currency(order);
        for (JsonNode item : order.path("items")) {
            table.row(
                    item.path("sku").asText(),
                    item.path("description").asText(),
                    item.path("quantity").asText(),
                    PriceTag.bare(item.path("unitPrice").decimalValue(), currency),
                    PriceTag.rate(item.path("taxRate").decimalValue()),
                    PriceTag.bare(item.path("net").decimalValue(), currency));
        }
        table.print(output);
    }

    private void totals(JsonNode order) {
        String currency = Headline.currency(order);
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {say("Net"), PriceTag.of(order.at("/totals/net").decimalValue(), currency)});
        for (JsonNode tax : order.at("/totals/taxes")) {
            rows.add(new String[] {
                say(
                        "Tax %s of %s",
                        PriceTag.rate(tax.path("rate").decimalValue()),
                        PriceTag.bare(tax.path("base").decimalValue(), currency)),
                PriceTag.of(tax.path("tax").decimalValue(), currency)
            });
        }
        rows.add(new String[] {say("Total"), Headline.total(order)});
        int labels = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
        int amounts = rows.stream().mapToInt(row -> row[1].length()).max().orElse(0);
        rows.forEach(
                row -> output.line("  %%-%ds   %%%ds".formatted(labels, amounts).formatted((Object[]) row)));
    }

    private void story(JsonNode timeline) {
        for (JsonNode entry : timeline.path("entries")) {
            String state = entry.path("state").asText();
            String note = aside(state) + references(entry);
            output.line("  %s %s  %s%s"
                    .formatted(
                            mark(entry, state),
                            Moments.exactly(Instant.parse(entry.path("at").asText())),
                            Sentence.of(entry),
                            note.isEmpty() ? "" : "   " + note));
        }
    }

    private static String aside(String state) {
        return switch (state) {
            case "APPLIED" -> "";
            case "WAITING" -> say("(waiting)") + " ";
            case "LATE" -> say("(late)") + " ";
            case "CONFLICTING" -> say("(conflicting)") + " ";
            default -> "(" + state.toLowerCase(Locale.ROOT) + ") ";
        };
    }

    private String mark(JsonNode entry, String state) {
        if (!state.equals("APPLIED")) {
            return output.waiting();
        }
        return Milestone.of(entry).map(milestone -> milestone.mark(output)).orElse("·");
    }

    private static String references(JsonNode entry) {
        List<String> shown = new ArrayList<>();
        entry.path("references").properties().forEach(reference -> {
            if (!SAID.contains(reference.getKey())) {
                shown.add(reference.getKey() + " " + reference.getValue().asText());
            }
        });
        return String.join("   ", shown);
    }

    private void documents(JsonNode order, JsonNode timeline) {
        String id = order.path("id").asText();
        Milestone.find(timeline, Milestone.INVOICE_ISSUED)
                .ifPresent(issued -> labeled(
                        say("Invoice:"),
                        issued.at("/references/invoice").asText() + "   " + encargo("invoice get " + id + host)));
        Milestone.find(timeline, Milestone.INVOICE_CREDITED)
                .ifPresent(credited -> labeled(
                        say("Credit note:"),
                        credited.at("/references/creditNote").asText() + "   "
                                + encargo("invoice get " + id + " --credit-note" + host)));
    }

    private static String workflow(ObjectNode workflow) {
        Instant started = Instant.parse(workflow.path("started").asText());
        String name = workflow.path("workflow").asText();
        String status = workflow.path("status").asText();
        if (!workflow.has("stopped")) {
            return status.equals("RUNNING")
                    ? say("%s running since %s", name, Moments.dayAndTime(started))
                    : say("%s %s since %s", name, plain(status), Moments.dayAndTime(started));
        }
        Instant stopped = Instant.parse(workflow.path("stopped").asText());
        String time = Moments.lasted(Duration.between(started, stopped));
        return switch (status) {
            case "SUCCEEDED" -> say("%s succeeded after %s", name, time);
            case "FAILED" -> say("%s failed after %s", name, time);
            case "TIMED_OUT" -> say("%s timed out after %s", name, time);
            case "ABORTED" -> say("%s aborted after %s", name, time);
            default -> say("%s %s after %s", name, plain(status), time);
        };
    }

    private static String plain(String status) {
        return status.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void next(JsonNode order, JsonNode timeline) {
        String id = order.path("id").asText();
        if (isBeingCanceled(order)) {
            labeled(say("Next:"), encargo("order cancel " + id + " --watch" + host));
            return;
        }
        switch (order.path("status").asText()) {
            case "PENDING", "RESERVED" -> labeled(say("Next:"), encargo("order watch " + id + host));
            case "PAID" -> labeled(say("Next:"), encargo("order ship " + id + host));
            case "SHIPPED" -> {
                if (!Milestone.reached(timeline, Milestone.DISPATCH_RECORDED)) {
                    labeled(say("Next:"), encargo("order deliver " + id + host));
                }
            }
            default -> {}
        }
    }

    /// Whether a cancel was asked for and has not ended yet.
    static boolean isBeingCanceled(JsonNode order) {
        return order.at("/cancellation/outcome").asText().equals("PENDING");
    }

    private static String joined(JsonNode object, String... fields) {
        List<String> parts = new ArrayList<>();
        for (String field : fields) {
            if (object.has(field)) {
                parts.add(object.path(field).asText());
            }
        }
        return String.join(", ", parts);
    }

    /// The longest label and a space.
    private static int labelWidth() {
        return Stream.of(
                                say("Customer:"),
                                say("Address:"),
                                say("Placed:"),
                                say("Version:"),
                                say("Attention:"),
                                say("Reason:"),
                                say("Cancel:"),
                                say("Invoice:"),
                                say("Credit note:"),
                                say("Workflow:"),
                                say("Next:"))
                        .mapToInt(String::length)
                        .max()
                        .orElse(0)
                + 1;
    }

    private void labeled(String label, String text) {
        if (!text.isEmpty()) {
            output.line("  " + Story.padded(label, labelWidth()) + text);
        }
    }
}

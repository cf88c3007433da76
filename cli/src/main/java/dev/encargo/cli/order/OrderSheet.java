package dev.encargo.cli.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.output.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
        workflows.forEach(workflow -> labeled("Workflow", workflow(workflow)));
        next(order);
    }

    private void head(JsonNode order) {
        output.line("  %s   %s   %s"
                .formatted(order.path("id").asText(), order.path("status").asText(), Headline.total(order)));
        labeled("Customer", joined(order, "customerId", "name", "email", "taxId"));
        JsonNode address = order.path("shippingAddress");
        labeled("Address", joined(address, "line1", "line2", "postalCode", "city", "region", "country"));
        labeled("Placed", Elapsed.moment(Instant.parse(order.path("createdAt").asText())) + " UTC");
        labeled("Version", order.path("version").asText());
        labeled("Attention", order.path("attention").asText());
        labeled("Reason", Reason.words(order.path("reason").asText()));
        if (order.has("cancellation")) {
            Instant asked = Instant.parse(order.at("/cancellation/askedAt").asText());
            labeled(
                    "Cancel",
                    "asked for at " + Elapsed.moment(asked) + " UTC: "
                            + outcome(order.at("/cancellation/outcome").asText()));
        }
    }

    private static String outcome(String outcome) {
        return switch (outcome) {
            case "PENDING" -> "being undone";
            case "DONE" -> "done";
            case "TOO_LATE" -> "too late, the parcel had left";
            default -> outcome;
        };
    }

    private void lines(JsonNode order) {
        Table table = new Table("SKU", "DESCRIPTION", "QTY>", "UNIT PRICE>", "TAX>", "NET>");
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
        rows.add(new String[] {"Net", PriceTag.of(order.at("/totals/net").decimalValue(), currency)});
        for (JsonNode tax : order.at("/totals/taxes")) {
            rows.add(new String[] {
                "Tax %s of %s"
                        .formatted(
                                PriceTag.rate(tax.path("rate").decimalValue()),
                                PriceTag.bare(tax.path("base").decimalValue(), currency)),
                PriceTag.of(tax.path("tax").decimalValue(), currency)
            });
        }
        rows.add(new String[] {"Total", Headline.total(order)});
        int labels = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
        int amounts = rows.stream().mapToInt(row -> row[1].length()).max().orElse(0);
        rows.forEach(
                row -> output.line("  %%-%ds   %%%ds".formatted(labels, amounts).formatted((Object[]) row)));
    }

    private void story(JsonNode timeline) {
        for (JsonNode entry : timeline.path("entries")) {
            String state = entry.path("state").asText();
            String aside = state.equals("APPLIED") ? "" : "(" + state.toLowerCase(Locale.ROOT) + ") ";
            String note = aside + references(entry);
            output.line("  %s %s  %s%s"
                    .formatted(
                            mark(entry, state),
                            Elapsed.exactly(Instant.parse(entry.path("at").asText())),
                            entry.path("text").asText(),
                            note.isEmpty() ? "" : "   " + note));
        }
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
                        "Invoice", issued.at("/references/invoice").asText() + "   encargo invoice get " + id + host));
        Milestone.find(timeline, Milestone.INVOICE_CREDITED)
                .ifPresent(credited -> labeled(
                        "Credit note",
                        credited.at("/references/creditNote").asText() + "   encargo invoice get " + id
                                + " --credit-note" + host));
    }

    private static String workflow(ObjectNode workflow) {
        Instant started = Instant.parse(workflow.path("started").asText());
        String status =
                workflow.path("status").asText().toLowerCase(Locale.ROOT).replace('_', ' ');
        String words = workflow.path("workflow").asText() + " " + status;
        if (!workflow.has("stopped")) {
            return words + " since " + Elapsed.moment(started) + " UTC";
        }
        Instant stopped = Instant.parse(workflow.path("stopped").asText());
        return words + " after " + Elapsed.words(Duration.between(started, stopped));
    }

    private void next(JsonNode order) {
        String id = order.path("id").asText();
        switch (order.path("status").asText()) {
            case "PENDING", "RESERVED" -> labeled("Next", "encargo order watch " + id + host);
            case "PAID" -> labeled("Next", "encargo order ship " + id + host);
            case "SHIPPED" -> labeled("Next", "encargo order deliver " + id + host);
            default -> {}
        }
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

    private void labeled(String label, String text) {
        if (!text.isEmpty()) {
            output.line("  %-13s%s".formatted(label + ":", text));
        }
    }
}

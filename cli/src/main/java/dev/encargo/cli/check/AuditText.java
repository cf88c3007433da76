package dev.encargo.cli.check;

import static dev.encargo.cli.words.Words.plural;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.order.PriceTag;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.output.Table;
import dev.encargo.orders.model.Status;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// An audit in words: for people, or as one JSON object.
record AuditText(Audit audit) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 100;

    ObjectNode json() {
        Counts counts = audit.counts();
        ObjectNode node = JSON.createObjectNode();
        node.set("orders", JSON.valueToTree(counts.orders()));
        node.put("events", counts.events());
        node.put("mails", counts.mails());
        node.put("invoices", counts.invoices());
        node.put("creditNotes", counts.creditNotes());
        node.set("captured", JSON.valueToTree(new TreeMap<>(counts.captured())));
        node.set("refunded", JSON.valueToTree(new TreeMap<>(counts.refunded())));
        node.putObject("stock")
                .put("available", counts.available())
                .put("reserved", counts.reserved())
                .put("sold", counts.sold());
        node.put("inFlight", audit.inFlight());
        ArrayNode letters = node.putArray("deadLetters");
        audit.deadLetters()
                .forEach(letter -> letters.addObject()
                        .put("queue", letter.queue())
                        .put("id", letter.id())
                        .put("cause", letter.cause()));
        ArrayNode violations = node.putArray("violations");
        audit.violations()
                .forEach(violation -> violations
                        .addObject()
                        .put("invariant", violation.invariant())
                        .put("subject", violation.subject())
                        .put("found", violation.found())
                        .put("expected", violation.expected()));
        return node;
    }

    void print(Output output) {
        Counts counts = audit.counts();
        long orders =
                counts.orders().values().stream().mapToLong(Long::longValue).sum();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(say("Orders"), say("%,d", orders) + byStatus(counts));
        lines.put(say("In flight"), say("%,d", audit.inFlight()));
        lines.put(say("Events"), say("%,d · mails %,d", counts.events(), counts.mails()));
        lines.put(say("Invoices"), say("%,d · credit notes %,d", counts.invoices(), counts.creditNotes()));
        lines.put(say("Money"), say("captured %s · refunded %s", money(counts.captured()), money(counts.refunded())));
        lines.put(say("Stock"), say("reserved %,d · sold %,d", counts.reserved(), counts.sold()));
        int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
        lines.forEach((label, what) -> output.line("  " + label + " ".repeat(width + 2 - label.length()) + what));
        letters(output);
        violations(output);
    }

    /// Each currency's sum, `0` where there is none.
    private static String money(Map<String, Long> sums) {
        return sums.isEmpty()
                ? "0"
                : new TreeMap<>(sums)
                        .entrySet().stream()
                                .map(sum -> PriceTag.ofMinor(sum.getValue(), sum.getKey()))
                                .collect(Collectors.joining(" + "));
    }

    private static String byStatus(Counts counts) {
        return Arrays.stream(Status.values())
                .filter(status -> counts.orders().containsKey(status.name()))
                .map(status -> " · " + status + " " + counts.orders().get(status.name()))
                .collect(Collectors.joining());
    }

    private void letters(Output output) {
        if (!audit.deadLetters().isEmpty()) {
            Table table = new Table(say("DEAD LETTER"), say("CAUSE"));
            audit.deadLetters().stream()
                    .limit(SHOWN)
                    .forEach(letter -> table.row(
                            letter.queue() + "/" + letter.id(),
                            letter.cause().isEmpty() ? say("none recorded") : letter.cause()));
            table.print(output);
        }
    }

    private void violations(Output output) {
        if (audit.violations().isEmpty()) {
            output.line("  " + output.done() + " " + say("I1 to I11 hold."));
            return;
        }
        Table table = new Table(say("INVARIANT"), say("ABOUT"), say("FOUND"), say("EXPECTED"));
        audit.violations().stream()
                .limit(SHOWN)
                .forEach(one -> table.row(one.invariant(), one.subject(), one.found(), one.expected()));
        table.print(output);
        int all = audit.violations().size();
        output.line("  " + output.failed() + " "
                + (all > SHOWN
                        ? say("%,d violations; all with --json.", all)
                        : plural(all, "%,d violation.", "%,d violations.")));
    }
}

package dev.encargo.cli.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.output.Table;
import dev.encargo.orders.model.Status;
import java.util.Arrays;
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
        node.put("captured", counts.captured());
        node.put("refunded", counts.refunded());
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
        output.line("  Orders     " + orders + byStatus(counts));
        output.line("  In flight  " + audit.inFlight());
        output.line("  Events     " + counts.events() + " · mails " + counts.mails());
        output.line("  Invoices   " + counts.invoices() + " · credit notes " + counts.creditNotes());
        output.line(
                "  Money      captured " + counts.captured() + " · refunded " + counts.refunded() + " (minor units)");
        output.line("  Stock      reserved " + counts.reserved() + " · sold " + counts.sold());
        letters(output);
        violations(output);
    }

    private static String byStatus(Counts counts) {
        return Arrays.stream(Status.values())
                .filter(status -> counts.orders().containsKey(status.name()))
                .map(status -> " · " + status + " " + counts.orders().get(status.name()))
                .collect(Collectors.joining());
    }

    private void letters(Output output) {
        if (!audit.deadLetters().isEmpty()) {
            Table table = new Table("DEAD LETTER", "CAUSE");
            audit.deadLetters().stream()
                    .limit(SHOWN)
                    .forEach(letter -> table.row(
                            letter.queue() + "/" + letter.id(),
                            letter.cause().isEmpty() ? "none recorded" : letter.cause()));
            table.print(output);
        }
    }

    private void violations(Output output) {
        if (audit.violations().isEmpty()) {
            output.line("  " + output.done() + " I1 to I11 hold.");
            return;
        }
        Table table = new Table("INVARIANT", "SUBJECT", "FOUND", "EXPECTED");
        audit.violations().stream()
                .limit(SHOWN)
                .forEach(one -> table.row(one.invariant(), one.subject(), one.found(), one.expected()));
        table.print(output);
        output.line("  " + output.failed() + " " + audit.violations().size() + " violations"
                + (audit.violations().size() > SHOWN ? "; all with --json." : "."));
    }
}

package dev.encargo.cli.check;

import static dev.encargo.cli.words.Words.plural;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.order.PriceTag;
import dev.encargo.cli.output.LabeledLines;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.output.Table;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// An audit in words: for people, or as one JSON object.
record AuditText(Audit audit) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 100;

    /// Amounts in `money` are in minor units, by currency.
    ObjectNode json() {
        Counts counts = audit.counts();
        ObjectNode node = JSON.createObjectNode();
        node.set("orders", JSON.valueToTree(counts.orders()));
        node.put("events", counts.events());
        node.put("mails", counts.mails());
        node.put("invoices", counts.invoices());
        node.put("creditNotes", counts.creditNotes());
        node.set("money", JSON.valueToTree(counts.money()));
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
        new LabeledLines()
                .add(say("Orders"), orders + byStatus(counts))
                .add(say("In flight"), String.valueOf(audit.inFlight()))
                .add(say("Events"), say("%d · mails %d", counts.events(), counts.mails()))
                .add(say("Invoices"), say("%d · credit notes %d", counts.invoices(), counts.creditNotes()))
                .add(say("Captured"), amounts(Counts.Money::captured))
                .add(say("Refunded"), amounts(Counts.Money::refunded))
                .add(say("Stock"), say("reserved %d · sold %d", counts.reserved(), counts.sold()))
                .print(output, "  ", "  ");
        letters(output);
        violations(output);
    }

    /// `€1,234.50 · ¥4,380`
    private String amounts(ToLongFunction<Counts.Money> which) {
        String amounts = audit.counts().money().entrySet().stream()
                .filter(one -> which.applyAsLong(one.getValue()) != 0)
                .map(one -> PriceTag.ofMinor(which.applyAsLong(one.getValue()), one.getKey()))
                .collect(Collectors.joining(" · "));
        return amounts.isEmpty() ? say("nothing") : amounts;
    }

    private static String byStatus(Counts counts) {
        return counts.orders().entrySet().stream()
                .map(each -> " · " + each.getKey() + " " + each.getValue())
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
            output.line("  " + output.done() + " " + say("I1 to I12 hold."));
            return;
        }
        Table table = new Table(say("INVARIANT"), say("ABOUT"), say("FOUND"), say("EXPECTED"));
        audit.violations().stream()
                .limit(SHOWN)
                .forEach(one -> table.row(one.invariant(), one.subject(), one.found(), one.expected()));
        table.print(output);
        int found = audit.violations().size();
        output.line("  " + output.failed() + " "
                + (found > SHOWN
                        ? say("%d violations; all with --json.", found)
                        : plural(found, "%d violation.", "%d violations.")));
    }
}

package dev.encargo.cli.lake;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.analytics.Answer;
import dev.encargo.cli.order.PriceTag;
import dev.encargo.cli.output.Moments;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.output.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer as aligned columns: numbers to the right, amounts in units of their currency.
final class AnswerTable {
    private static final String MINOR = "_minor";
    private static final String AT = "_at";

    private final Answer answer;

    AnswerTable(Answer answer) {
        this.answer = answer;
    }

    void print(Output output) {
        List<String> headings = new ArrayList<>();
        for (int i = 0; i < answer.columns().size(); i++) {
            headings.add(heading(answer.columns().get(i)) + (isNumber(i) ? ">" : ""));
        }
        Table table = new Table(headings.toArray(String[]::new));
        answer.rows().forEach(row -> table.row(cells(row).toArray()));
        table.print(output);
        if (answer.rows().isEmpty()) {
            output.line("  " + say("(none)"));
        }
    }

    private boolean isNumber(int column) {
        return answer.rows().stream().anyMatch(row -> row.get(column) instanceof Number);
    }

    /// What a column of the questions that come with the lake is called; another by its own name.
    private static String heading(String column) {
        return switch (column) {
            case "day" -> say("day");
            case "currency" -> say("currency");
            case "orders" -> say("orders");
            case "ordered_minor" -> say("ordered");
            case "captured_minor" -> say("captured");
            case "refunded_minor" -> say("refunded");
            case "revenue_minor" -> say("revenue");
            case "stage" -> say("stage");
            case "percent" -> say("percent");
            case "reason" -> say("reason");
            case "p50_seconds" -> say("p50 seconds");
            case "p90_seconds" -> say("p90 seconds");
            case "p99_seconds" -> say("p99 seconds");
            case "type" -> say("type");
            case "events" -> say("events");
            case "first_at" -> say("first at");
            case "last_at" -> say("last at");
            default -> column.replace(MINOR, "").replace('_', ' ');
        };
    }

    private List<String> cells(List<@Nullable Object> row) {
        int currency = answer.columns().indexOf("currency");
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String column = answer.columns().get(i);
            cells.add(
                    switch (row.get(i)) {
                        case null -> "-";
                        case Long minor
                        when currency >= 0 && column.endsWith(MINOR) ->
                            PriceTag.bareMinor(minor, String.valueOf(row.get(currency)));
                        case BigDecimal number -> PriceTag.number(number);
                        case String moment when column.endsWith(AT) -> Moments.dayAndTime(Instant.parse(moment));
                        case String stage when column.equals("stage") -> stage(stage);
                        case Object value -> value.toString();
                    });
        }
        return cells;
    }

    private static String stage(String stage) {
        return switch (stage) {
            case "created" -> say("created");
            case "reserved" -> say("reserved");
            case "paid" -> say("paid");
            case "shipped" -> say("shipped");
            case "delivered" -> say("delivered");
            case "rejected" -> say("rejected");
            case "canceled" -> say("canceled");
            default -> stage;
        };
    }
}

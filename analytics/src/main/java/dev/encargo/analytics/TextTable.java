package dev.encargo.analytics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers as aligned columns: numbers to the right, amounts in units of their currency.
final class TextTable {

    private static final String MINOR = "_minor";

    private TextTable() {}

    static String of(Compaction compaction, List<Answer> answers) {
        StringBuilder text = new StringBuilder();
        for (Compaction.Skipped skipped : compaction.skipped()) {
            text.append("skipped %s: %s\n".formatted(skipped.object(), skipped.reason()));
        }
        for (Answer answer : answers) {
            if (answers.size() > 1) {
                text.append(text.isEmpty() ? "" : "\n").append(answer.query()).append('\n');
            }
            append(text, answer);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Answer answer) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(answer.columns().stream()
                .map(name -> name.replace(MINOR, "").replace('_', ' '))
                .toList());
        answer.rows().forEach(row -> lines.add(cells(answer, row)));
        int columns = answer.columns().size();
        for (List<String> line : lines) {
            StringBuilder one = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                int column = i;
                int width = lines.stream()
                        .mapToInt(cells -> cells.get(column).length())
                        .max()
                        .orElse(0);
                boolean right = answer.rows().stream().anyMatch(row -> row.get(column) instanceof Number);
                String pad = " ".repeat(width - line.get(i).length());
                one.append(i == 0 ? "" : "  ").append(right ? pad + line.get(i) : line.get(i) + pad);
            }
            text.append(one.toString().stripTrailing()).append('\n');
        }
        if (answer.rows().isEmpty()) {
            text.append("(none)\n");
        }
    }

    private static List<String> cells(Answer answer, List<@Nullable Object> row) {
        int currency = answer.columns().indexOf("currency");
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            boolean amount = currency >= 0 && answer.columns().get(i).endsWith(MINOR) && value instanceof Long;
            cells.add(
                    amount
                            ? amount((Long) value, String.valueOf(row.get(currency)))
                            : value == null ? "-" : value.toString());
        }
        return cells;
    }

    private static String amount(long minor, String currency) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return BigDecimal.valueOf(minor, digits).toPlainString();
    }
}

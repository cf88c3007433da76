package dev.encargo.cli.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Aligned columns under headings; numbers (headings that end in `>`) to the right.
public final class Table {
    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... headings) {
        this.headings = Arrays.stream(headings).map(Output::plain).toList();
    }

    public Table row(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).map(Output::plain).toList());
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public void print(Output output) {
        output.line(line(headings.stream().map(Table::title).toList()));
        rows.forEach(row -> output.line(line(row)));
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String pad = " ".repeat(width(i) - length(cells.get(i)));
            line.append("  ").append(isNumber(i) ? pad + cells.get(i) : cells.get(i) + pad);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        int width = length(title(headings.get(column)));
        for (List<String> row : rows) {
            width = Math.max(width, length(row.get(column)));
        }
        return width;
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private boolean isNumber(int column) {
        return headings.get(column).endsWith(">");
    }

    private static String title(String heading) {
        return heading.endsWith(">") ? heading.substring(0, heading.length() - 1) : heading;
    }
}

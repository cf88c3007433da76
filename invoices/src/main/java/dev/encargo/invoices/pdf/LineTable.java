package dev.encargo.invoices.pdf;

import static dev.encargo.invoices.pdf.Grid.LEFT;
import static dev.encargo.invoices.pdf.Grid.RIGHT;

import dev.encargo.contracts.Line;
import dev.encargo.contracts.Money;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The table of lines: its head, its rows, and the sums that lead from page to page.
final class LineTable {
    static final double HEAD = 24;
    static final double CARRY = 22;
    private static final double LINE = 12;
    private static final double SKU = 11;
    private static final double PADDING = 10.5;

    private final Paper paper;

    LineTable(Paper paper) {
        this.paper = paper;
    }

    /// A line of the order with its description broken into lines.
    record Row(Line line, List<String> description, List<String> sku) {
        double height() {
            return PADDING + LINE * description.size() + SKU * sku.size();
        }
    }

    List<Row> rows() {
        return paper.lines().stream().map(LineTable::row).toList();
    }

    private static Row row(Line line) {
        @Nullable String description = line.description();
        List<String> sku = Text.wrap(line.sku(), Style.SMALL, Grid.DESCRIPTION_WIDTH);
        List<String> text =
                description == null ? List.of() : Text.wrap(description, Style.BODY, Grid.DESCRIPTION_WIDTH);
        return text.isEmpty()
                ? new Row(line, Text.wrap(line.sku(), Style.BODY, Grid.DESCRIPTION_WIDTH), List.of())
                : new Row(line, text, sku);
    }

    double drawHead(Sheet sheet, double top) {
        Words words = paper.words();
        double y = top + 10;
        sheet.text(LEFT, y, Style.HEADING, words.description().toUpperCase(Locale.ROOT));
        heading(sheet, Grid.QUANTITY, y, words.quantity());
        heading(sheet, Grid.PRICE, y, words.unitPrice());
        heading(sheet, Grid.TAX, y, words.tax());
        heading(sheet, RIGHT, y, words.amount());
        sheet.rule(LEFT, top + 17, Grid.WIDTH, 1, Ink.ACCENT);
        return top + HEAD;
    }

    double drawRow(Sheet sheet, double top, Row row) {
        Line line = row.line();
        double first = top + 11.8;
        figure(sheet, LEFT + Grid.DESCRIPTION_WIDTH, Grid.QUANTITY, first, paper.quantity(line.quantity()));
        figure(sheet, Grid.QUANTITY, Grid.PRICE, first, paper.figures().money(line.unitPrice()));
        figure(sheet, Grid.PRICE, Grid.TAX, first, paper.figures().percent(line.taxRate()));
        figure(sheet, Grid.TAX, RIGHT, first, paper.money(line.net()));
        double y = first;
        for (String text : row.description()) {
            sheet.text(LEFT, y, Style.BODY, text);
            y += LINE;
        }
        for (String text : row.sku()) {
            sheet.text(LEFT, y, Style.SMALL, text);
            y += SKU;
        }
        double bottom = top + row.height();
        sheet.rule(LEFT, bottom - 2, Grid.WIDTH, 0.5, Ink.RULE);
        return bottom;
    }

    /// The sum so far, at the foot of a page or the head of the next.
    double drawCarry(Sheet sheet, double top, String label, Money sum) {
        sheet.box(LEFT, top, Grid.WIDTH, CARRY - 4, Ink.WASH);
        sheet.textEndingAt(Grid.TAX, top + 12, Style.SMALL, label);
        sheet.figureEndingAt(RIGHT, top + 12.3, Style.STRONG, paper.money(sum), RIGHT - Grid.TAX - Grid.GAP);
        return top + CARRY;
    }

    private static void figure(Sheet sheet, double left, double right, double y, String text) {
        sheet.figureEndingAt(right, y, Style.BODY, text, right - left - Grid.GAP);
    }

    private static void heading(Sheet sheet, double right, double y, String text) {
        sheet.textEndingAt(right, y, Style.HEADING, text.toUpperCase(Locale.ROOT));
    }
}

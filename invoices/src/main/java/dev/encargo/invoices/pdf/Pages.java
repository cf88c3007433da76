package dev.encargo.invoices.pdf;

import dev.encargo.contracts.Money;
import dev.encargo.invoices.pdf.LineTable.Row;
import java.util.ArrayList;
import java.util.List;

/// Lays a paper out on as many sheets as it needs. Each page repeats the table's head; sums are carried from page
/// to page; the totals never stand on a page without a line.
final class Pages {
    private final Paper paper;
    private final DocumentFonts fonts;
    private final Letterhead letterhead;
    private final LineTable table;
    private final Summary summary;
    private final List<Sheet> sheets = new ArrayList<>();
    private double y;
    private Money sum;

    private Pages(Paper paper, DocumentFonts fonts) {
        this.paper = paper;
        this.fonts = fonts;
        this.letterhead = new Letterhead(paper);
        this.table = new LineTable(paper);
        this.summary = new Summary(paper);
        this.sum = Money.zero(paper.bill().totals().net().currency());
    }

    static List<Sheet> of(Paper paper, DocumentFonts fonts) {
        Pages pages = new Pages(paper, fonts);
        pages.draw();
        return pages.sheets;
    }

    private void draw() {
        begin();
        List<Row> rows = table.rows();
        for (int i = 0; i < rows.size(); i++) {
            boolean last = i == rows.size() - 1;
            if (needed(rows.get(i), last) > Grid.BOTTOM - y && i > 0) {
                turn();
            }
            y = table.drawRow(sheet(), y, rows.get(i));
            sum = sum.plus(rows.get(i).line().net());
        }
        if (summary.height() > Grid.BOTTOM - y) {
            turn();
        }
        summary.draw(sheet(), y);
        number();
    }

    private double needed(Row row, boolean last) {
        return row.height() + (last ? summary.height() : LineTable.CARRY);
    }

    private void begin() {
        sheets.add(new Sheet(fonts));
        double top = sheets.size() == 1 ? letterhead.drawFirst(sheet()) : letterhead.drawNext(sheet());
        y = table.drawHead(sheet(), top);
    }

    private void turn() {
        table.drawCarry(sheet(), y + 2, paper.words().carried(), sum);
        begin();
        y = table.drawCarry(sheet(), y - 4, paper.words().brought(), sum);
    }

    private void number() {
        Words words = paper.words();
        for (int i = 0; i < sheets.size(); i++) {
            String page = words.page() + " " + (i + 1) + " " + words.of() + " " + sheets.size();
            sheets.get(i).rule(Grid.LEFT, 796, Grid.WIDTH, 0.5, Ink.RULE);
            sheets.get(i).text(Grid.LEFT, 810, Style.SMALL, foot());
            sheets.get(i).textEndingAt(Grid.RIGHT, 810, Style.SMALL, page);
        }
    }

    private String foot() {
        String seller = paper.bill().seller().name() + "  ·  " + paper.words().taxId() + " "
                + paper.bill().seller().taxId();
        return Text.wrap(seller, Style.SMALL, 380).getFirst();
    }

    private Sheet sheet() {
        return sheets.getLast();
    }
}

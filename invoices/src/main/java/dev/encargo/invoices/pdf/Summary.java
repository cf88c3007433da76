package dev.encargo.invoices.pdf;

import static dev.encargo.invoices.pdf.Grid.LEFT;
import static dev.encargo.invoices.pdf.Grid.RIGHT;

import dev.encargo.contracts.TaxShare;
import dev.encargo.contracts.Totals;
import java.util.List;
import java.util.Locale;

/// The end of the paper: tax by rate on the left, totals on the right, and a word about the money.
final class Summary {
    private static final double ROW = 15;
    private static final double RATE = 46;
    private static final double BASE = 200;
    private static final double TAX = 300;
    private static final double TOTALS = 346;

    private final Paper paper;
    private final List<TaxShare> taxes;

    Summary(Paper paper) {
        this.paper = paper;
        this.taxes = paper.bill().totals().taxes();
    }

    double height() {
        return 142 + ROW * taxes.size();
    }

    void draw(Sheet sheet, double top) {
        double y = top + 20;
        drawTaxes(sheet, y);
        double end = drawTotals(sheet, y);
        drawNote(sheet, Math.max(end, y + ROW * (taxes.size() + 1)) + 26);
    }

    private void drawNote(Sheet sheet, double top) {
        List<String> lines = Text.wrap(note(), Style.BODY, Grid.WIDTH - 28);
        double height = 13 * lines.size() + 13;
        sheet.box(LEFT, top, Grid.WIDTH, height, Ink.WASH);
        sheet.box(LEFT, top, 3, height, Ink.ACCENT);
        double y = top + 16;
        for (String line : lines) {
            sheet.text(LEFT + 16, y, Style.BODY, line);
            y += 13;
        }
    }

    private String note() {
        if (paper.corrected() == null) {
            return paper.words().paid();
        }
        return paper.bill().totals().gross().minor() == 0
                ? paper.words().nothingBack()
                : paper.words().refundNote();
    }

    private void drawTaxes(Sheet sheet, double top) {
        Words words = paper.words();
        sheet.text(LEFT, top, Style.LABEL, words.rate().toUpperCase(Locale.ROOT));
        sheet.textEndingAt(BASE, top, Style.LABEL, words.base().toUpperCase(Locale.ROOT));
        sheet.textEndingAt(TAX, top, Style.LABEL, words.tax().toUpperCase(Locale.ROOT));
        sheet.rule(LEFT, top + 6, TAX - LEFT, 0.5, Ink.RULE);
        double y = top + ROW + 4;
        for (TaxShare share : taxes) {
            sheet.text(LEFT, y, Style.BODY, paper.figures().percent(share.rate()));
            sheet.figureEndingAt(BASE, y, Style.BODY, paper.money(share.base()), BASE - LEFT - RATE);
            sheet.figureEndingAt(TAX, y, Style.BODY, paper.money(share.tax()), TAX - BASE - Grid.GAP);
            y += ROW;
        }
    }

    private double drawTotals(Sheet sheet, double top) {
        Words words = paper.words();
        Totals totals = paper.bill().totals();
        double y = sum(sheet, top, words.net(), paper.money(totals.net()));
        for (TaxShare share : taxes) {
            y = sum(sheet, y, words.tax() + " " + paper.figures().percent(share.rate()), paper.money(share.tax()));
        }
        sheet.rule(TOTALS, y - 6, RIGHT - TOTALS, 1, Ink.ACCENT);
        y += 14;
        String label = paper.corrected() == null ? words.total() : words.refunded();
        beside(sheet, y, Style.TOTAL, label, Style.GRAND, paper.money(totals.gross()));
        return y;
    }

    private static double sum(Sheet sheet, double y, String label, String amount) {
        beside(sheet, y, Style.BODY, label, Style.BODY, amount);
        return y + ROW + 1;
    }

    private static void beside(Sheet sheet, double y, Style words, String label, Style figures, String amount) {
        sheet.text(TOTALS, y, words, label);
        sheet.figureEndingAt(RIGHT, y, figures, amount, RIGHT - TOTALS - words.width(label) - Grid.GAP);
    }
}

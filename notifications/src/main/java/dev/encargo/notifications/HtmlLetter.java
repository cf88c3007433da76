package dev.encargo.notifications;

import dev.encargo.contracts.Figures;
import dev.encargo.contracts.Line;
import dev.encargo.contracts.TaxShare;
import dev.encargo.contracts.Totals;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A letter as HTML for mail clients: tables and inline style, no script, nothing loaded from elsewhere, readable
/// on dark and light.
final class HtmlLetter {
    private static final String FONT = "font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;";

    private final Letter letter;
    private final Phrases phrases;
    private final Figures figures;
    private final StringBuilder html = new StringBuilder(8_192);

    private HtmlLetter(Letter letter) {
        this.letter = letter;
        this.phrases = letter.phrases();
        this.figures = letter.figures();
    }

    static String of(Letter letter, Sender sender) {
        HtmlLetter page = new HtmlLetter(letter);
        page.open(sender);
        page.words();
        page.lines();
        page.totals(letter.totals());
        letter.links().forEach(link -> page.link(link, sender));
        page.close(sender);
        return page.html.toString();
    }

    private void open(Sender sender) {
        html.append("""
                        <!DOCTYPE html>
                        <html lang="%s"><head><meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <meta name="color-scheme" content="light dark">
                        <meta name="supported-color-schemes" content="light dark">
                        <title>%s</title>
                        <style>
                        @media (prefers-color-scheme: dark) {
                          .page { background: #14181a !important; }
                          .card { background: #1d2326 !important; }
                          .text { color: #e6eaec !important; }
                          .quiet { color: #9aa5ab !important; }
                          .accent { color: #5cc4c9 !important; }
                          .rule { border-color: #343d41 !important; }
                        }
                        </style></head>
                        <body class="page" style="margin:0;padding:0;background:#f2f5f5;">
                        <table role="presentation" class="page" width="100%%" cellpadding="0" cellspacing="0" style="background:#f2f5f5;"><tr><td align="center" style="padding:32px 12px;">
                        <table role="presentation" class="card" width="100%%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;border-radius:8px;border-top:4px solid #0d5e66;"><tr><td style="padding:32px 32px 28px;">
                        """.formatted(figures.language(), Plain.html(letter.subject())))
                .append(paragraph(
                        "accent", "font-size:15px;font-weight:600;color:#0d5e66;margin:0 0 24px;", sender.name()));
    }

    private void words() {
        html.append("<h1 class=\"text\" style=\"")
                .append(FONT)
                .append("font-size:24px;line-height:1.25;font-weight:600;color:#1c2129;margin:0 0 20px;\">")
                .append(Plain.html(letter.heading()))
                .append("</h1>\n");
        String body = "font-size:16px;line-height:1.5;color:#1c2129;margin:0 0 14px;";
        html.append(paragraph("text", body, letter.greeting()));
        letter.paragraphs().forEach(text -> html.append(paragraph("text", body, text)));
        String order = "font-size:13px;color:#69737f;margin:26px 0 0;padding-bottom:6px;";
        html.append(paragraph("quiet", order, phrases.order() + " " + letter.orderId()));
    }

    private void lines() {
        if (letter.lines().isEmpty()) {
            return;
        }
        html.append(
                "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" style=\"margin-top:6px;\">\n");
        letter.lines().forEach(this::line);
        html.append("</table>\n");
    }

    private void line(Line line) {
        String what = Plain.html(Objects.requireNonNullElse(line.description(), line.sku()));
        String price = figures.quantity(line.quantity()) + " × " + figures.money(line.unitPrice());
        html.append("<tr>")
                .append(cell(
                        "left",
                        "width:100%;border-top:1px solid #e2e6e8;word-break:break-word;",
                        what
                                + "<br><span class=\"quiet\" style=\"font-size:13px;color:#69737f;\">"
                                + Plain.html(price)
                                + "</span>"))
                .append(cell("right", "border-top:1px solid #e2e6e8;white-space:nowrap;", figures.money(line.net())))
                .append("</tr>\n");
    }

    private void totals(@Nullable Totals totals) {
        if (totals == null) {
            return;
        }
        html.append("<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\">\n");
        String first = "border-top:1px solid #e2e6e8;padding-bottom:0;";
        sum(first, phrases.net(), figures.money(totals.net()));
        for (TaxShare share : totals.taxes()) {
            sum("padding-bottom:0;", phrases.tax() + " " + figures.percent(share.rate()), figures.money(share.tax()));
        }
        sum("font-weight:600;font-size:18px;", phrases.total(), figures.money(totals.gross()));
        html.append("</table>\n");
    }

    private void sum(String style, String label, String amount) {
        html.append("<tr>")
                .append(cell("left", style, Plain.html(label)))
                .append(cell("right", style + "white-space:nowrap;", amount))
                .append("</tr>\n");
    }

    private static String cell(String align, String style, String content) {
        return "<td align=\"" + align + "\" valign=\"top\" class=\"text rule\" style=\"" + FONT
                + "font-size:15px;line-height:1.45;color:#1c2129;padding:10px 0;" + style + "\">" + content + "</td>";
    }

    private void link(Letter.Link link, Sender sender) {
        switch (link) {
            case INVOICE -> button(sender.invoice(letter.orderId()), phrases.invoiceLink());
            case CREDIT_NOTE -> button(sender.creditNote(letter.orderId()), phrases.creditNoteLink());
        }
    }

    private void button(String url, String label) {
        html.append("<p style=\"margin:22px 0 0;\"><a href=\"")
                .append(Plain.html(url))
                .append("\" style=\"")
                .append(FONT)
                .append(
                        "display:inline-block;background:#0d5e66;color:#ffffff;text-decoration:none;font-size:15px;font-weight:600;padding:11px 20px;border-radius:6px;\">")
                .append(Plain.html(label))
                .append("</a></p>\n");
    }

    private void close(Sender sender) {
        html.append("</td></tr></table>\n")
                .append(paragraph(
                        "quiet",
                        "font-size:12px;line-height:1.5;color:#69737f;margin:18px 0 0;",
                        phrases.closing().formatted(sender.name())))
                .append("</td></tr></table>\n</body></html>\n");
    }

    private static String paragraph(String kind, String style, String text) {
        return "<p class=\"" + kind + "\" style=\"" + FONT + style + "\">" + Plain.html(text) + "</p>\n";
    }
}

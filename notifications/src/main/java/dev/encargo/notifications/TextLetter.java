package dev.encargo.notifications;

import dev.encargo.contracts.Figures;
import dev.encargo.contracts.Line;
import dev.encargo.contracts.TaxShare;
import dev.encargo.contracts.Totals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A letter as plain text.
final class TextLetter {
    private final Letter letter;
    private final Phrases phrases;
    private final Figures figures;
    private final List<String> text = new ArrayList<>();

    private TextLetter(Letter letter) {
        this.letter = letter;
        this.phrases = letter.phrases();
        this.figures = letter.figures();
    }

    static String of(Letter letter, Sender sender) {
        TextLetter plain = new TextLetter(letter);
        plain.add(letter.greeting(), "");
        letter.paragraphs().forEach(paragraph -> plain.add(paragraph, ""));
        plain.add(plain.phrases.order() + " " + letter.orderId());
        letter.lines().forEach(plain::line);
        plain.totals(letter.totals());
        letter.links().forEach(link -> plain.link(link, sender));
        plain.add("", "-- ", sender.name(), plain.phrases.closing().formatted(sender.name()), "");
        return String.join("\n", plain.text);
    }

    private void add(String... more) {
        text.addAll(List.of(more));
    }

    private void line(Line line) {
        String sku = Plain.line(line.sku());
        String what = line.description() == null ? sku : Plain.line(line.description()) + " (" + sku + ")";
        add("  " + figures.quantity(line.quantity()) + " × " + what + ": " + figures.money(line.net()));
    }

    private void totals(@Nullable Totals totals) {
        if (totals == null) {
            return;
        }
        add("", phrases.net() + ": " + figures.money(totals.net()));
        for (TaxShare share : totals.taxes()) {
            add(phrases.tax() + " " + figures.percent(share.rate()) + ": " + figures.money(share.tax()));
        }
        add(phrases.total() + ": " + figures.money(totals.gross()));
    }

    private void link(Letter.Link link, Sender sender) {
        switch (link) {
            case INVOICE -> add("", phrases.invoiceLink() + ": " + sender.invoice(letter.orderId()));
            case CREDIT_NOTE -> add("", phrases.creditNoteLink() + ": " + sender.creditNote(letter.orderId()));
        }
    }
}

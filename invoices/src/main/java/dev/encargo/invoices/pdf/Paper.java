package dev.encargo.invoices.pdf;

import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.Figures;
import dev.encargo.contracts.Line;
import dev.encargo.contracts.Money;
import dev.encargo.invoices.model.Bill;
import dev.encargo.invoices.model.Filed;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be drawn: a bill under its number and date; with `corrected`, the credit note that cancels that
/// invoice.
record Paper(
        Bill bill, String number, LocalDate date, @Nullable Filed corrected, Words words, Figures figures) {

    static Paper of(Bill bill, String number, LocalDate date, @Nullable Filed corrected) {
        @Nullable Confidential buyer = bill.buyer();
        Figures figures = Figures.of(buyer == null ? null : buyer.locale());
        return new Paper(bill, number, date, corrected, Words.of(figures), figures);
    }

    String title() {
        return corrected == null ? words.invoice() : words.creditNote();
    }

    List<Line> lines() {
        return bill.lines();
    }

    /// An amount as this paper shows it: a credit note takes it back.
    String money(Money amount) {
        return figures.money(signed(amount));
    }

    String quantity(int quantity) {
        return figures.quantity(corrected == null ? quantity : -(long) quantity);
    }

    private Money signed(Money amount) {
        return corrected == null ? amount : Money.zero(amount.currency()).minus(amount);
    }
}

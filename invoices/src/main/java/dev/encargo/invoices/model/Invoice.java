package dev.encargo.invoices.model;

import dev.encargo.contracts.InvoiceEvent.InvoiceCredited;
import dev.encargo.contracts.InvoiceEvent.InvoiceIssued;
import io.avaje.jsonb.Json;

/// The invoice of one order: – → drafted → issued → crediting → credited; – → closed.
///
/// What is drafted will be issued, whatever happens to the order meanwhile: so a number claimed for it is never
/// lost. An order whose undo comes before the draft gets a closed invoice, and never a number.
@Json
@Json.SubTypes({
    @Json.SubType(type = Invoice.Drafted.class, name = "drafted"),
    @Json.SubType(type = Invoice.Issued.class, name = "issued"),
    @Json.SubType(type = Invoice.Crediting.class, name = "crediting"),
    @Json.SubType(type = Invoice.Credited.class, name = "credited"),
    @Json.SubType(type = Invoice.Closed.class, name = "closed")
})
public sealed interface Invoice {

    /// Whether this invoice needs a number of `series` and has none yet.
    default boolean awaits(Series series) {
        return switch (this) {
            case Drafted drafted -> drafted.series().equals(series);
            case Crediting crediting -> crediting.series().equals(series);
            case Issued _, Credited _, Closed _ -> false;
        };
    }

    /// An invoice that has its number and its document; neither ever changes again.
    sealed interface Numbered extends Invoice {
        Bill bill();

        Filed document();
    }

    /// `series` is fixed here, so that a retry in the new year takes no second number.
    record Drafted(Bill bill, Series series) implements Invoice {
        public Issued issue(Filed document) {
            return new Issued(bill, series, document);
        }
    }

    record Issued(Bill bill, Series series, Filed document) implements Numbered {
        public InvoiceIssued event() {
            return new InvoiceIssued(
                    document.number(),
                    document.date(),
                    bill.customerId(),
                    bill.lines(),
                    bill.totals(),
                    document.file(),
                    document.sha256());
        }

        public Crediting startCredit(Series series, String reason) {
            return new Crediting(bill, document, series, reason);
        }
    }

    /// `series` is the one of the credit note.
    record Crediting(Bill bill, Filed document, Series series, String reason) implements Numbered {
        public Credited credit(Filed creditNote) {
            return new Credited(bill, document, creditNote, reason);
        }
    }

    record Credited(Bill bill, Filed document, Filed creditNote, String reason) implements Numbered {
        public InvoiceCredited event() {
            return new InvoiceCredited(
                    document.number(),
                    creditNote.number(),
                    creditNote.date(),
                    bill.totals().gross(),
                    creditNote.file(),
                    creditNote.sha256());
        }
    }

    record Closed(String reason) implements Invoice {}
}

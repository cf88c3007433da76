package dev.encargo.contracts;

import java.time.LocalDate;
import java.util.List;

/// What the invoices context says. `file` is the document's stable key in the file store, `sha256` its checksum in
/// hex.
public sealed interface InvoiceEvent extends Event {
    String SOURCE = "encargo.invoices";

    @Override
    default String source() {
        return SOURCE;
    }

    record InvoiceIssued(
            String number,
            LocalDate date,
            String customerId,
            List<Line> lines,
            Totals totals,
            String file,
            String sha256)
            implements InvoiceEvent {
        public InvoiceIssued {
            lines = List.copyOf(lines);
        }
    }

    record InvoiceCredited(String number, String creditNote, LocalDate date, Money gross, String file, String sha256)
            implements InvoiceEvent {}
}

package dev.encargo.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// An order's invoice as its document says. `gross` is in minor units.
record InvoiceSeen(String orderId, long gross, List<Paper> papers, boolean credited) {

    /// A numbered document: an invoice, or a credit note.
    record Paper(String number, String date, String file, String sha256) {

        String series() {
            return number.substring(0, number.lastIndexOf('-'));
        }

        int position() {
            return Integer.parseInt(number.substring(number.lastIndexOf('-') + 1));
        }
    }

    static InvoiceSeen read(String orderId, JsonNode invoice) {
        List<Paper> papers = new ArrayList<>();
        for (String name : List.of("document", "creditNote")) {
            JsonNode paper = invoice.path(name);
            if (paper.isObject()) {
                papers.add(new Paper(
                        paper.path("number").asText(),
                        paper.path("date").asText(),
                        paper.path("file").asText(),
                        paper.path("sha256").asText()));
            }
        }
        return new InvoiceSeen(
                orderId,
                invoice.at("/bill/totals/gross/minor").asLong(),
                List.copyOf(papers),
                invoice.has("creditNote"));
    }

    boolean issued() {
        return !papers.isEmpty();
    }

    /// What the order owes by its papers.
    long balance() {
        return issued() && !credited ? gross : 0;
    }
}

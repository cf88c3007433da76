package dev.encargo.invoices.pdf;

import dev.encargo.invoices.model.Bill;
import dev.encargo.invoices.model.Filed;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/// Draws invoices and credit notes: A4, in the buyer's language, with embedded fonts and selectable text.
///
/// The same bill, number and date always give the same bytes: nothing is taken from the clock or the environment.
public final class Papers {

    private Papers() {}

    public static byte[] invoice(Bill bill, String number, LocalDate date) {
        return drawn(Paper.of(bill, number, date, null));
    }

    /// The credit note that cancels `corrected` in full.
    public static byte[] creditNote(Bill bill, Filed corrected, String number, LocalDate date) {
        return drawn(Paper.of(bill, number, date, corrected));
    }

    private static byte[] drawn(Paper paper) {
        DocumentFonts fonts = new DocumentFonts();
        List<Sheet> sheets = Pages.of(paper, fonts);
        PdfFile file = new PdfFile();
        String resources = fonts.addTo(file);
        int parent = file.next() + 2 * sheets.size();
        String kids = sheets.stream()
                .map(sheet -> page(file, sheet, parent, resources) + " 0 R")
                .collect(Collectors.joining(" "));
        int pages = file.add("<</Type/Pages/Count " + sheets.size() + "/Kids[" + kids + "]>>");
        int catalog = file.add("<</Type/Catalog/Pages " + pages + " 0 R/Lang("
                + paper.figures().language() + ")/ViewerPreferences<</DisplayDocTitle true>>>>");
        return file.finish(catalog, file.add(info(paper)), id(paper));
    }

    private static int page(PdfFile file, Sheet sheet, int parent, String resources) {
        int content = file.add(Streams.compressed("", sheet.content()));
        return file.add("<</Type/Page/Parent %d 0 R/MediaBox[0 0 595.28 841.89]/Contents %d 0 R/Resources<</Font%s>>>>"
                .formatted(parent, content, resources));
    }

    private static String info(Paper paper) {
        String date = String.format(
                Locale.ROOT,
                "(D:%04d%02d%02d000000Z)",
                paper.date().getYear(),
                paper.date().getMonthValue(),
                paper.date().getDayOfMonth());
        return "<</Title" + PdfFile.text(paper.title() + " " + paper.number()) + "/Author"
                + PdfFile.text(paper.bill().seller().name()) + "/Subject"
                + PdfFile.text(paper.words().order() + " " + paper.bill().orderId())
                + "/Creator(Encargo)/Producer(Encargo)"
                + "/CreationDate" + date + "/ModDate" + date + ">>";
    }

    private static String id(Paper paper) {
        byte[] name = (paper.number() + "/" + paper.bill().orderId()).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).toString().replace("-", "");
    }
}

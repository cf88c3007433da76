package dev.encargo.invoices.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.Line;
import dev.encargo.invoices.Samples;
import dev.encargo.invoices.model.Filed;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Reads with a foreign library what we wrote without one.
class DrawingPapersTest {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 24);

    @Nested
    class What_is_written {

        @Test
        void an_english_invoice_says_everything_in_english_figures() throws IOException {
            String text = text(invoice(3, Samples.ADA));
            assertThat(text)
                    .contains("Invoice", "F-2026-000042", "24 November 2026", Samples.ORDER)
                    .contains("Tienda Encargo S.L.", "ESB00000000", "Ada Lovelace", "SW1Y 4JH London", "United Kingdom")
                    .contains("Organic cotton T-shirt, black, M", "TEE-BLK-M", "€21.90", "21%")
                    .contains("€148.00", "Page 1 of 1");
        }

        @Test
        void a_spanish_invoice_says_everything_in_spanish_figures() throws IOException {
            String text = text(invoice(3, Samples.LUCIA));
            assertThat(text)
                    .contains("Factura", "24 de noviembre de 2026", "21,90\u00a0€", "21\u00a0%", "148,00\u00a0€")
                    .contains("España", "NIF 12345678Z", "Página 1 de 1");
        }

        @Test
        void a_hundred_lines_run_over_pages_with_repeated_head_and_carried_sums() throws IOException {
            byte[] pdf = invoice(100, Samples.ADA);
            try (PDDocument document = Loader.loadPDF(pdf)) {
                int pages = document.getNumberOfPages();
                assertThat(pages).isBetween(4, 8);
                for (int page = 1; page <= pages; page++) {
                    String text = text(document, page);
                    assertThat(text).contains("DESCRIPTION", "F-2026-000042", "Page " + page + " of " + pages);
                    assertThat(text.contains("Carried forward")).isEqualTo(page < pages);
                    assertThat(text.contains("Brought forward")).isEqualTo(page > 1);
                }
            }
        }

        @Test
        void every_number_of_lines_ends_with_totals_that_stand_below_a_line() throws IOException {
            for (int lines : IntStream.rangeClosed(1, 40).toArray()) {
                try (PDDocument document = Loader.loadPDF(invoice(lines, Samples.ADA))) {
                    String last = text(document, document.getNumberOfPages());
                    assertThat(last)
                            .as("%d lines", lines)
                            .contains("Net total")
                            .containsPattern("TEE-|BOT-|BAG-|NOTE-|SOCK-");
                }
            }
        }

        @Test
        void a_credit_note_names_what_it_corrects_and_takes_the_amounts_back() throws IOException {
            String text = text(Papers.creditNote(
                    Samples.bill(Samples.lines(1, "EUR"), Samples.ADA),
                    new Filed("F-2026-000042", DATE, "f", "s"),
                    "R-2026-000007",
                    DATE));
            assertThat(text).contains("Credit note", "R-2026-000007", "Corrects invoice", "F-2026-000042", "−€26.50");
        }

        @Test
        void a_credit_note_over_nothing_speaks_of_no_money() throws IOException {
            List<Line> gift = List.of(Samples.line("GIFT", "A present", 1, 0, "0.21"));
            Filed invoice = new Filed("F-2026-000042", DATE, "f", "s");
            String text = text(Papers.creditNote(Samples.bill(gift, Samples.ADA), invoice, "R-2026-000007", DATE));
            assertThat(text).contains("Nothing had been charged").doesNotContain("goes back");
        }

        @Test
        void the_longest_amounts_stay_in_their_columns() throws IOException {
            List<Line> dear = List.of(Samples.line("SKU", "Dear", 1_000_000, 900_000_000_00L, "0.21"));
            byte[] pdf = Papers.invoice(Samples.bill(dear, Samples.LUCIA), "F-2026-000042", DATE);
            assertThat(overlaps(pdf)).isEmpty();
            assertThat(text(pdf)).contains("900.000.000.000.000,00\u00a0€");
        }

        @Test
        void yen_have_no_decimals() throws IOException {
            byte[] pdf = Papers.invoice(Samples.bill(Samples.lines(1, "JPY"), Samples.ADA), "F-2026-000042", DATE);
            assertThat(text(pdf)).contains("¥2,190", "¥460", "¥2,650");
        }

        @Test
        void a_buyer_without_name_or_address_is_named_by_customer_number() throws IOException {
            assertThat(text(invoice(1, null))).contains("Customer c-1");
        }
    }

    @Nested
    class Letters_of_the_world {

        @Test
        void greek_cyrillic_and_polish_are_drawn_and_can_be_copied() throws IOException {
            assertThat(text(invoice(1, named("Zażółć Ελληνικά Русский")))).contains("Zażółć Ελληνικά Русский");
        }

        @Test
        void characters_without_a_glyph_are_visible_and_can_still_be_copied() throws IOException {
            assertThat(text(invoice(1, named("山田 太郎 😀")))).contains("山田 太郎 😀");
        }

        @Test
        void control_characters_and_broken_surrogates_do_no_harm() throws IOException {
            assertThat(text(invoice(1, named("Ada\r\n\u0000\u202eB\ud800)(\\"))))
                    .contains("Ada", ")(\\");
        }
    }

    @Nested
    class The_file {

        @Test
        void is_the_same_byte_for_byte_whenever_it_is_drawn() {
            for (Map.Entry<String, byte[]> paper : PaperGallery.papers().entrySet()) {
                assertThat(PaperGallery.papers().get(paper.getKey()))
                        .as(paper.getKey())
                        .isEqualTo(paper.getValue());
            }
        }

        @Test
        void embeds_every_font_it_uses() throws IOException {
            for (byte[] paper : PaperGallery.papers().values()) {
                try (PDDocument document = Loader.loadPDF(paper)) {
                    for (PDPage page : document.getPages()) {
                        for (COSName name : page.getResources().getFontNames()) {
                            PDFont font = page.getResources().getFont(name);
                            assertThat(font.isEmbedded()).isTrue();
                            assertThat(font.isDamaged()).isFalse();
                        }
                    }
                }
            }
        }

        @Test
        void has_title_author_and_language() throws IOException {
            try (PDDocument document = Loader.loadPDF(invoice(1, Samples.LUCIA))) {
                assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Factura F-2026-000042");
                assertThat(document.getDocumentInformation().getAuthor()).isEqualTo("Tienda Encargo S.L.");
                assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("es");
                assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                        .hasToString("2026-11-24T00:00:00Z");
            }
        }

        @Test
        void stays_small() {
            assertThat(invoice(3, Samples.ADA)).hasSizeLessThan(40_000);
            assertThat(invoice(100, Samples.ADA)).hasSizeLessThan(60_000);
        }
    }

    @Test
    void digits_are_all_of_one_width_so_that_columns_align() {
        for (Typeface face : Typeface.ALL) {
            assertThat("0123456789".chars().map(face::width).distinct()).hasSize(1);
        }
    }

    private static Confidential named(String name) {
        return new Confidential(name, null, "en", null, null, null);
    }

    private static byte[] invoice(int lines, Confidential buyer) {
        return Papers.invoice(Samples.bill(Samples.lines(lines, "EUR"), buyer), "F-2026-000042", DATE);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /// The pairs of texts of the first page of which one runs into the other.
    private static List<String> overlaps(byte[] pdf) throws IOException {
        List<Rectangle2D> boxes = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition glyph) {
                boxes.add(new Rectangle2D.Double(
                        glyph.getXDirAdj() + 0.2,
                        glyph.getYDirAdj() - 2,
                        Math.max(glyph.getWidthDirAdj() - 0.4, 0.1),
                        1));
                texts.add(glyph.getUnicode());
            }
        };
        try (PDDocument document = Loader.loadPDF(pdf)) {
            stripper.getText(document);
        }
        List<String> overlaps = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (boxes.get(i).intersects(boxes.get(j))) {
                    overlaps.add(texts.get(j) + texts.get(i) + " at " + boxes.get(i));
                }
            }
        }
        return overlaps;
    }

    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }
}

package dev.encargo.invoices.pdf;

import dev.encargo.contracts.Address;
import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.Line;
import dev.encargo.invoices.Samples;
import dev.encargo.invoices.model.Bill;
import dev.encargo.invoices.model.Filed;
import dev.encargo.invoices.model.Seller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Draws one paper of each kind into a folder, to be looked at: `PaperGallery FOLDER`.
final class PaperGallery {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 24);

    private PaperGallery() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (Map.Entry<String, byte[]> paper : papers().entrySet()) {
            Files.write(folder.resolve(paper.getKey() + ".pdf"), paper.getValue());
            System.out.println(paper.getKey() + " " + paper.getValue().length + " bytes");
        }
    }

    static Map<String, byte[]> papers() {
        Map<String, byte[]> all = new TreeMap<>();
        all.put("one-line-en", invoice(Samples.lines(1, "EUR"), Samples.ADA));
        all.put("one-line-es", invoice(Samples.lines(1, "EUR"), Samples.LUCIA));
        all.put("three-lines-en", invoice(Samples.lines(3, "EUR"), Samples.ADA));
        all.put("three-lines-es", invoice(Samples.lines(6, "EUR"), Samples.LUCIA));
        all.put("forty-lines-en", invoice(Samples.lines(40, "EUR"), Samples.ADA));
        all.put("hundred-lines-es", invoice(Samples.lines(100, "EUR"), Samples.LUCIA));
        all.put("yen", invoice(Samples.lines(3, "JPY"), new Confidential("山田 太郎", null, "en", null, null, null)));
        all.put("nobody", invoice(Samples.lines(2, "EUR"), null));
        all.put("long", longOne());
        all.put(
                "dear",
                invoice(List.of(Samples.line("SKU", "Dear", 1_000_000, 900_000_000_00L, "0.21")), Samples.LUCIA));
        all.put(
                "credit-note-es",
                Papers.creditNote(
                        Samples.bill(Samples.lines(3, "EUR"), Samples.LUCIA),
                        new Filed("F-2026-000042", DATE, "", ""),
                        "R-2026-000007",
                        DATE));
        all.put(
                "credit-note-en",
                Papers.creditNote(
                        Samples.bill(Samples.lines(2, "EUR"), Samples.ADA),
                        new Filed("F-2026-000042", DATE, "", ""),
                        "R-2026-000007",
                        DATE));
        return all;
    }

    private static byte[] invoice(List<Line> lines, Confidential buyer) {
        return Papers.invoice(Samples.bill(lines, buyer), "F-2026-000042", DATE);
    }

    private static byte[] longOne() {
        Confidential buyer = new Confidential(
                "Sociedad Cooperativa de Consumidores y Usuarios de la Sierra Norte de Guadalajara, S. Coop.",
                null,
                "es",
                new Address(
                        "Avenida de la Constitución de mil novecientos setenta y ocho, número 1234, bloque 7",
                        "Escalera B, 14.º, puerta 3",
                        "19001",
                        "Guadalajara",
                        "Castilla-La Mancha",
                        "ES"),
                "F00000000",
                null);
        List<Line> lines = List.of(
                Samples.line(
                        "SKU-" + "X".repeat(60),
                        "A very long description that goes on and on about the material, the origin, the care, the colour and the many"
                                + " uses of this product, and that therefore needs several lines of the column",
                        12345,
                        123_456_789,
                        "0.21"),
                Samples.line("PL", "Zażółć gęślą jaźń; Ελληνικά κείμενο; Русский текст; 漢字 😀", 1, 100, "0.075"),
                Samples.line("NO-DESCRIPTION", null, 1, 5, "0"));
        Bill bill = Samples.bill(lines, buyer);
        Seller seller = new Seller(
                "The Remarkably Long-Named General Store of All Things Useful and Beautiful Ltd",
                "Unit 7, The Old Mill, 12 Riverside Walk, Bradford-on-Avon, BA15 1AB, United Kingdom",
                "GB123456789");
        return Papers.invoice(
                new Bill(bill.orderId(), bill.ordered(), bill.customerId(), lines, bill.totals(), buyer, seller),
                "F-2026-000042",
                DATE);
    }
}

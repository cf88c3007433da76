package dev.encargo.invoices.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The frame of a PDF 1.7 file (ISO 32000-1, 7.5): header, numbered objects, cross-reference table, trailer. The
/// same objects give the same bytes.
final class PdfFile {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream(65_536);
    private final List<Integer> offsets = new ArrayList<>();

    PdfFile() {
        write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
    }

    /// The number that the next object will have.
    int next() {
        return offsets.size() + 1;
    }

    int add(byte[] object) {
        int number = next();
        offsets.add(file.size());
        write(number + " 0 obj\n");
        file.writeBytes(object);
        write("\nendobj\n");
        return number;
    }

    int add(String object) {
        return add(object.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Ends the file. `id` is its identifier in hex.
    byte[] finish(int catalog, int info, String id) {
        int start = file.size();
        StringBuilder table = new StringBuilder("xref\n0 " + next() + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> table.append(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
        table.append("trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(next(), catalog, info, id, id, start));
        write(table.toString());
        return file.toByteArray();
    }

    /// A text string in UTF-16, as dictionaries want it.
    static String text(String text) {
        StringBuilder hex = new StringBuilder("<FEFF");
        text.chars().forEach(unit -> hex.append(String.format(Locale.ROOT, "%04X", unit)));
        return hex.append('>').toString();
    }

    private void write(String text) {
        file.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}

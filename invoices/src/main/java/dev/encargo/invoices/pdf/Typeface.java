package dev.encargo.invoices.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A typeface, read once per process.
///
/// Its house characters (Latin-1 and common punctuation) are subset and compressed once and embedded in every
/// document as they are; other characters get a small font of their own in the document that needs them. Digits are
/// all of one width.
final class Typeface {
    static final Typeface REGULAR = new Typeface("SourceSans3-Regular", 80);
    static final Typeface SEMIBOLD = new Typeface("SourceSans3-Semibold", 110);
    static final List<Typeface> ALL = List.of(REGULAR, SEMIBOLD);

    final String fontName;
    final int stemWidth;
    final TrueType font;
    final EmbeddedFont house;
    private final int[] widths = new int[0x100];

    private Typeface(String fontName, int stemWidth) {
        this.fontName = fontName;
        this.stemWidth = stemWidth;
        this.font = new TrueType(resource(fontName + ".ttf"));
        this.house = new EmbeddedFont(this, houseCharacters());
        for (int code = 0; code < widths.length; code++) {
            widths[code] = measured(code);
        }
    }

    /// The width of a character in thousandths of the font's size.
    int width(int codePoint) {
        return codePoint < widths.length ? widths[codePoint] : measured(codePoint);
    }

    /// The width of a text set at `size` points.
    double width(String text, double size) {
        return text.codePoints().mapToLong(this::width).sum() * size / 1000;
    }

    private int measured(int codePoint) {
        return Math.round(font.advance(font.glyph(codePoint)) * 1000f / font.unitsPerEm);
    }

    private static List<Integer> houseCharacters() {
        return Stream.of(
                        IntStream.rangeClosed(0x20, 0x7E),
                        IntStream.rangeClosed(0xA0, 0xFF),
                        "€–—‘’“”„•…−™".codePoints())
                .flatMap(IntStream::boxed)
                .toList();
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(Typeface.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

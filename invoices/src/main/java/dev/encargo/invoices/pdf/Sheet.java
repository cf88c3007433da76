package dev.encargo.invoices.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One A4 page being drawn. Lengths are points; `y` grows downwards from the top edge, as one reads.
final class Sheet {
    static final double WIDTH = 595.28;
    static final double HEIGHT = 841.89;

    private final ByteArrayOutputStream content = new ByteArrayOutputStream(8_192);
    private final DocumentFonts fonts;
    private @Nullable Ink fill;

    Sheet(DocumentFonts fonts) {
        this.fonts = fonts;
    }

    /// Sets text that begins at `x`; `y` is its base line.
    void text(double x, double y, Style style, String text) {
        if (text.isEmpty()) {
            return;
        }
        ink(style.ink());
        op("BT ").op(x).op(HEIGHT - y).op("Td ");
        @Nullable Boolean house = null;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            boolean isHouse = DocumentFonts.isHouse(style.face(), codePoint);
            if (house == null || house != isHouse) {
                op(house == null ? "" : ")Tj ");
                op(DocumentFonts.name(style.face(), isHouse))
                        .op(" ")
                        .op(style.size())
                        .op("Tf (");
                house = isHouse;
            }
            code(fonts.code(style.face(), codePoint));
        }
        op(")Tj ET\n");
    }

    /// Sets text that ends at `x`.
    void textEndingAt(double x, double y, Style style, String text) {
        text(x - style.width(text), y, style, text);
    }

    /// Sets text that ends at `x` and is no wider than `room`: an amount in its column.
    void figureEndingAt(double x, double y, Style style, String text, double room) {
        textEndingAt(x, y, style.fitting(text, room), text);
    }

    /// Fills a box.
    void box(double x, double y, double width, double height, Ink ink) {
        ink(ink);
        op(x).op(HEIGHT - y - height).op(width).op(height).op("re f\n");
    }

    /// A horizontal rule, `y` being its upper edge.
    void rule(double x, double y, double width, double thickness, Ink ink) {
        box(x, y, width, thickness, ink);
    }

    byte[] content() {
        return content.toByteArray();
    }

    private void ink(Ink ink) {
        if (fill != ink) {
            op(ink.operands).op(" rg\n");
            fill = ink;
        }
    }

    private Sheet op(String text) {
        content.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    private Sheet op(double number) {
        long hundredths = Math.round(number * 100);
        String digits = hundredths / 100 + "." + Math.abs(hundredths % 100) / 10 + Math.abs(hundredths % 10);
        return op((hundredths < 0 && hundredths > -100 ? "-" : "") + digits + " ");
    }

    private void code(int code) {
        escaped(code >> 8);
        escaped(code & 0xFF);
    }

    private void escaped(int octet) {
        switch (octet) {
            case '(', ')', '\\' -> {
                content.write('\\');
                content.write(octet);
            }
            case '\r' -> op("\\r");
            case '\n' -> op("\\n");
            default -> content.write(octet);
        }
    }
}

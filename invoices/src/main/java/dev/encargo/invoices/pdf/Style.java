package dev.encargo.invoices.pdf;

/// How text is set: typeface, size in points, colour.
record Style(Typeface face, double size, Ink ink) {
    static final Style TITLE = new Style(Typeface.REGULAR, 25, Ink.TEXT);
    static final Style NUMBER = new Style(Typeface.SEMIBOLD, 11.5, Ink.ACCENT);
    static final Style BRAND = new Style(Typeface.SEMIBOLD, 15, Ink.ACCENT);
    static final Style BODY = new Style(Typeface.REGULAR, 9.5, Ink.TEXT);
    static final Style STRONG = new Style(Typeface.SEMIBOLD, 9.5, Ink.TEXT);
    static final Style TOTAL = new Style(Typeface.SEMIBOLD, 11, Ink.TEXT);
    static final Style SMALL = new Style(Typeface.REGULAR, 8, Ink.QUIET);
    static final Style LABEL = new Style(Typeface.SEMIBOLD, 7.5, Ink.QUIET);
    static final Style HEADING = new Style(Typeface.SEMIBOLD, 7.5, Ink.ACCENT);
    static final Style GRAND = new Style(Typeface.SEMIBOLD, 14, Ink.ACCENT);

    double width(String text) {
        return face.width(text, size);
    }

    /// The same, as small as this text needs it to be to fit.
    Style fitting(String text, double room) {
        double width = width(text);
        return width <= room ? this : new Style(face, size * room / width, ink);
    }
}

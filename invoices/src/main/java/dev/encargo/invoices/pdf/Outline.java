package dev.encargo.invoices.pdf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// One glyph's outline in a TrueType font: as points, or composed of other glyphs. Hinting instructions are
/// dropped: paper needs none.
final class Outline {
    private static final int WORDS = 0x0001;
    private static final int SCALE = 0x0008;
    private static final int MORE = 0x0020;
    private static final int TWO_SCALES = 0x0040;
    private static final int MATRIX = 0x0080;
    private static final int INSTRUCTIONS = 0x0100;

    private Outline() {}

    /// The glyphs that a composite outline draws.
    static List<Integer> components(byte[] outline) {
        List<Integer> components = new ArrayList<>();
        if (isComposite(outline)) {
            ByteBuffer data = ByteBuffer.wrap(outline);
            for (int at = 10; at > 0; at = next(data, at)) {
                components.add(data.getShort(at + 2) & 0xFFFF);
            }
        }
        return components;
    }

    /// The outline without instructions, its components renumbered.
    static byte[] slim(byte[] outline, IntUnaryOperator renumber) {
        if (outline.length == 0) {
            return outline;
        }
        return isComposite(outline) ? slimComposite(outline.clone(), renumber) : slimSimple(outline);
    }

    private static boolean isComposite(byte[] outline) {
        return outline.length > 0 && outline[0] < 0;
    }

    private static byte[] slimSimple(byte[] outline) {
        ByteBuffer data = ByteBuffer.wrap(outline);
        int ends = 10 + 2 * data.getShort(0);
        int points = ends + 2 + (data.getShort(ends) & 0xFFFF);
        byte[] slim = Arrays.copyOf(outline, ends + 2 + outline.length - points);
        slim[ends] = 0;
        slim[ends + 1] = 0;
        System.arraycopy(outline, points, slim, ends + 2, outline.length - points);
        return slim;
    }

    private static byte[] slimComposite(byte[] outline, IntUnaryOperator renumber) {
        ByteBuffer data = ByteBuffer.wrap(outline);
        int end = 10;
        for (int at = 10; at > 0; at = next(data, at)) {
            end = at + length(data.getShort(at));
            data.putShort(at + 2, (short) renumber.applyAsInt(data.getShort(at + 2) & 0xFFFF));
            data.putShort(at, (short) (data.getShort(at) & ~INSTRUCTIONS));
        }
        return Arrays.copyOf(outline, end);
    }

    private static int next(ByteBuffer data, int at) {
        int flags = data.getShort(at);
        return (flags & MORE) == 0 ? -1 : at + length(flags);
    }

    private static int length(int flags) {
        int arguments = (flags & WORDS) == 0 ? 2 : 4;
        int scale = (flags & SCALE) != 0 ? 2 : (flags & TWO_SCALES) != 0 ? 4 : (flags & MATRIX) != 0 ? 8 : 0;
        return 4 + arguments + scale;
    }
}

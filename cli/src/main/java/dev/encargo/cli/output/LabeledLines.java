package dev.encargo.cli.output;

import java.util.ArrayList;
import java.util.List;

/// Labels with their values below each other, as far right as the longest label asks for. The lines of a value
/// stand below its first.
public final class LabeledLines {
    private final List<Line> lines = new ArrayList<>();
    private int width;

    private record Line(String label, String value) {}

    public LabeledLines add(String label, String value) {
        width = Math.max(width, length(label));
        lines.add(new Line(label, value));
        return this;
    }

    /// The same; where the value is empty, only room for the label is kept.
    public LabeledLines addIfAny(String label, String value) {
        width = Math.max(width, length(label));
        return value.isEmpty() ? this : add(label, value);
    }

    /// Prints them behind `indent`, with `gap` between the longest label and its value.
    public void print(Output output, String indent, String gap) {
        String below = "\n" + indent + " ".repeat(width) + gap;
        lines.forEach(line -> output.line(
                indent + line.label + " ".repeat(width - length(line.label)) + gap + line.value.replace("\n", below)));
    }

    private static int length(String label) {
        return label.codePointCount(0, label.length());
    }
}

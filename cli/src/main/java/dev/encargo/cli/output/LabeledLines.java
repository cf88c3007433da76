package dev.encargo.cli.output;

import java.util.LinkedHashMap;
import java.util.Map;

/// Labels with their values below each other, as far right as the longest label asks for. The lines of a value stand
/// below its first; an empty value is not printed.
public final class LabeledLines {
    private final Map<String, String> values = new LinkedHashMap<>();

    public LabeledLines add(String label, String value) {
        values.put(label, value);
        return this;
    }

    /// Prints them behind `indent`, with `gap` between the longest label and its value.
    public void print(Output output, String indent, String gap) {
        int width =
                values.keySet().stream().mapToInt(LabeledLines::length).max().orElse(0);
        String below = "\n" + indent + " ".repeat(width) + gap;
        values.forEach((label, value) -> {
            if (!value.isEmpty()) {
                output.line(indent + label + " ".repeat(width - length(label)) + gap + value.replace("\n", below));
            }
        });
    }

    private static int length(String label) {
        return label.codePointCount(0, label.length());
    }
}

package dev.encargo.local.template.source;

import java.nio.file.Path;

/// Where something is written: `file` as a person would type it from the working directory, `line` counted from 1.
public record Position(String file, int line) implements Comparable<Position> {

    /// The start of a file, for what concerns it as a whole.
    public static Position startOf(Path file) {
        return new Position(display(file), 1);
    }

    /// `file` relative to the working directory where it lies below it, else absolute.
    public static String display(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path here = Path.of("").toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
    }

    @Override
    public int compareTo(Position other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Integer.compare(line, other.line);
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}

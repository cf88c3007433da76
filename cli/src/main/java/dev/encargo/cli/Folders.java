package dev.encargo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Folders as a whole.
public final class Folders {

    private Folders() {}

    /// Deletes a file, or a folder with all that is in it.
    public static void delete(Path path) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> below = Files.walk(path)) {
            deepestFirst = below.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.delete(each);
        }
    }
}

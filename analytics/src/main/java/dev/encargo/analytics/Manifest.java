package dev.encargo.analytics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Which objects are in the tables: one line each, its name and size. An object that has another size than it had
/// is taken in again.
final class Manifest {

    private final Path file;
    private final TreeMap<String, Long> sizes = new TreeMap<>();

    private Manifest(Path file) {
        this.file = file;
    }

    static Manifest of(Lake lake) throws IOException {
        Manifest manifest = new Manifest(lake.tables().resolve("manifest.tsv"));
        if (Files.exists(manifest.file)) {
            for (String line : Files.readAllLines(manifest.file)) {
                int tab = line.lastIndexOf('\t');
                manifest.sizes.put(line.substring(0, tab), Long.valueOf(line.substring(tab + 1)));
            }
        }
        return manifest;
    }

    boolean has(String object, long size) {
        return Long.valueOf(size).equals(sizes.get(object));
    }

    void add(String object, long size) {
        sizes.put(object, size);
    }

    /// Written aside, then put in the place of the old one.
    void save(Path aside) throws IOException {
        List<String> lines = new ArrayList<>();
        sizes.forEach((object, size) -> lines.add(object + "\t" + size));
        Files.write(aside, lines);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

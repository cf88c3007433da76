package dev.encargo.analytics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Where the lake lies: `raw` holds the objects of the delivery stream (at any depth, newline-delimited JSON,
/// compressed or not), `tables` what is made of them: `type=…/day=…/events.parquet`, one row an event id, days by the
/// event's
/// own time (UTC), and the manifest of what went in.
public record Lake(Path raw, Path tables) {

    /// In the folder of the lake's bucket. `prefix` is the stream's, as the template has it: what is before its first
    /// folder with a `!{placeholder}` holds the events.
    public static Lake in(Path bucket, String prefix) {
        int placeholder = prefix.indexOf("!{");
        String fixed = placeholder < 0 ? prefix : prefix.substring(0, placeholder);
        return new Lake(bucket.resolve(fixed.substring(0, fixed.lastIndexOf('/') + 1)), bucket.resolve("tables"));
    }

    /// Makes tables of the objects that are new since the last time. May be interrupted anywhere and run again.
    public Compaction compact() {
        return new Compactor(this).run();
    }

    /// The stream's objects: every file but hidden ones, which are being written.
    public List<Path> objects() {
        return files(raw, "").stream()
                .filter(file -> !file.startsWith(tables))
                .filter(file -> !file.getFileName().toString().startsWith("."))
                .toList();
    }

    List<Path> parquet() {
        return files(tables, "events.parquet").stream()
                .filter(file -> !file.startsWith(writing()))
                .toList();
    }

    Path partition(Partition partition) {
        return tables.resolve("type=" + partition.type())
                .resolve("day=" + partition.day())
                .resolve("events.parquet");
    }

    /// Half-made files, of no meaning after a crash.
    Path writing() {
        return tables.resolve(".writing");
    }

    String nameOf(Path object) {
        return raw.relativize(object).toString().replace('\\', '/');
    }

    private static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(ending))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The lake at %s cannot be listed".formatted(folder), unreadable);
        }
    }

    record Partition(String type, String day) {}
}

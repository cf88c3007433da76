package dev.encargo.analytics;

import dev.encargo.analytics.Lake.Partition;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// Merges new objects into the tables, some hundred at a time. Each partition is written aside and put in place of
/// the old one, the manifest last: an interruption leaves whole files, and what it left undone is done again to the
/// same result, since a row is one event id.
final class Compactor {

    private static final int AT_ONCE = 200;

    private final Lake lake;
    private final List<Compaction.Skipped> skipped = new ArrayList<>();
    private int objects;
    private long records;
    private int partitions;

    Compactor(Lake lake) {
        this.lake = lake;
    }

    Compaction run() {
        if (lake.objects().isEmpty()) {
            return new Compaction(0, 0, 0, List.of());
        }
        try {
            Files.createDirectories(lake.writing());
            Path lock = lake.tables().resolve(".lock");
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                assert held.isValid();
                clear();
                mergeAll(Manifest.of(lake));
                clear();
            }
        } catch (IOException failed) {
            throw new LakeFailed("The lake at %s cannot be compacted".formatted(lake.tables()), failed);
        }
        return new Compaction(objects, records, partitions, skipped);
    }

    private void mergeAll(Manifest manifest) throws IOException {
        SequencedMap<Landed, Long> fresh = fresh(manifest);
        List<Landed> all = List.copyOf(fresh.keySet());
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Landed> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            try (Engine engine = Engine.start(lake.writing())) {
                merge(engine, some);
            }
            some.forEach(object -> manifest.add(lake.nameOf(object.file()), fresh.getOrDefault(object, 0L)));
            manifest.save(lake.writing().resolve("manifest.tsv"));
            objects += some.size();
        }
    }

    /// New objects with the size that was read whole.
    private SequencedMap<Landed, Long> fresh(Manifest manifest) throws IOException {
        SequencedMap<Landed, Long> fresh = new LinkedHashMap<>();
        for (Path object : lake.objects()) {
            long size = Files.size(object);
            if (manifest.has(lake.nameOf(object), size)) {
                continue;
            }
            try {
                fresh.put(whole(Landed.of(object)), size);
            } catch (IOException broken) {
                skipped.add(new Compaction.Skipped(lake.nameOf(object), "not a whole file: " + broken.getMessage()));
            }
        }
        return fresh;
    }

    private static Landed whole(Landed object) throws IOException {
        try (InputStream in = object.open()) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return object;
    }

    private void merge(Engine engine, List<Landed> some) throws IOException {
        engine.execute(Records.incoming(some));
        for (List<Object> bad : engine.ask("bad records", Records.BAD).rows()) {
            skipped.add(new Compaction.Skipped(
                    lake.nameOf(Path.of(String.valueOf(bad.get(0)))),
                    "%s of its lines are no events".formatted(bad.get(1))));
        }
        for (List<Object> row : engine.ask("partitions", Records.PARTITIONS).rows()) {
            Partition partition = new Partition(String.valueOf(row.get(0)), String.valueOf(row.get(1)));
            write(engine, partition);
            records += (Long) row.get(2);
            partitions++;
        }
    }

    private void write(Engine engine, Partition partition) throws IOException {
        Path whole = lake.partition(partition);
        Path aside = lake.writing().resolve("events.parquet");
        engine.execute(Records.merged(partition, Files.exists(whole) ? List.of(whole) : List.of(), aside));
        Files.createDirectories(whole.getParent());
        Files.move(aside, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void clear() throws IOException {
        try (Stream<Path> left = Files.list(lake.writing())) {
            for (Path file : left.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }
}

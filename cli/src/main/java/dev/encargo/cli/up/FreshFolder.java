package dev.encargo.cli.up;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Folders;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.running.FolderStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Empties a data folder: only what a host writes, and only in a folder that holds nothing else.
final class FreshFolder {
    private static final List<String> WRITTEN = List.of(
            "encargo.db",
            "encargo.db-wal",
            "encargo.db-shm",
            "providers.db",
            "providers.db-wal",
            "providers.db-shm",
            "receives",
            FolderStore.FILE,
            "host.json",
            "host.json.new",
            "lock",
            "links.key",
            "secrets.json",
            "logs",
            "buckets",
            "lake");

    private FreshFolder() {}

    static void empty(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            return;
        }
        List<Path> all = list(data);
        for (Path path : all) {
            if (!WRITTEN.contains(path.getFileName().toString())) {
                throw new Refusal(
                        Refusal.USAGE,
                        say("%s holds %s, which no host wrote.", data, path.getFileName()),
                        say("Only a folder of Encargo's own is emptied. Nothing was deleted."),
                        say("Move it away, or name another folder:  %s", encargo("up --data DIR")));
            }
        }
        for (Path path : all) {
            Folders.delete(path);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.toList();
        }
    }
}

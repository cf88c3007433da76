package dev.encargo.cli.up;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Where the data folder is or shall be. A new one is its owner's alone, since it holds customers' data and keys.
final class DataPlace {
    private final Path data;
    private final boolean fresh;

    DataPlace(Path data) {
        this.data = data;
        this.fresh = !Files.exists(data);
    }

    /// What a start does.
    @FunctionalInterface
    interface Start<T> {
        T run() throws IOException;
    }

    /// @throws Refusal (2) where a file has its name
    void refuseFile() {
        if (Files.exists(data) && !Files.isDirectory(data)) {
            throw new Refusal(
                    Refusal.USAGE,
                    say("%s is a file, not a folder.", data),
                    say("Nothing was started."),
                    say("Use:  %s", "encargo up --data DIR"));
        }
    }

    /// Makes the folder where it is missing, and sees that it can be written in.
    ///
    /// @throws Refusal (2) where it cannot
    void prepare() {
        try {
            if (!Files.isDirectory(data)) {
                Files.createDirectories(data, ownersOnly());
            }
            Files.delete(Files.createTempFile(data, "writable", null));
        } catch (IOException fault) {
            throw new Refusal(
                    Refusal.USAGE,
                    say("Nothing can be written in %s.", data),
                    say("The system says: %s", fault.getClass().getSimpleName() + ", " + fault.getMessage()),
                    say("Give yourself the right to write there, or name another: %s", "encargo up --data DIR"));
        }
    }

    /// Starts; when that is refused, a folder that was not there before is not there afterwards.
    <T> T leftAsFound(Start<T> start) throws IOException {
        try {
            return start.run();
        } catch (Refusal refused) {
            if (fresh) {
                FreshFolder.empty(data);
                Files.delete(data);
            }
            throw refused;
        }
    }

    private FileAttribute<?>[] ownersOnly() throws IOException {
        Path parent = data.toAbsolutePath().getParent();
        while (parent != null && !Files.exists(parent)) {
            parent = parent.getParent();
        }
        return parent != null && Files.getFileStore(parent).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}

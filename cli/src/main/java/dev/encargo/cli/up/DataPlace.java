package dev.encargo.cli.up;

import dev.encargo.cli.Refusal;
import dev.encargo.cli.WrongValue;
import dev.encargo.local.template.source.TemplateRefused;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// Where the data folder is or shall be. A new one is its owner's alone, since it holds customers' data and keys.
final class DataPlace {
    private final Path data;
    private final List<Path> missing = new ArrayList<>();

    DataPlace(Path data) {
        this.data = data;
        for (Path each = data.toAbsolutePath().normalize();
                each != null && !Files.exists(each);
                each = each.getParent()) {
            missing.add(each);
        }
    }

    /// What a start does.
    @FunctionalInterface
    interface Start<T> {
        T run() throws IOException;
    }

    /// Makes the folder where it is missing, and sees that it can be written in.
    void prepare() throws IOException {
        if (!Files.isDirectory(data)) {
            Files.createDirectories(data, ownersOnly());
        }
        Files.delete(Files.createTempFile(data, "writable", null));
    }

    /// Starts; when that is refused, folders that were not there before are not there afterwards.
    <T> T leftAsFound(Start<T> start) throws IOException {
        try {
            return start.run();
        } catch (Refusal | WrongValue | TemplateRefused refused) {
            leaveAsFound();
            throw refused;
        }
    }

    /// Takes away the folders that were made, as far as they are empty: what lies in one by now is another host's.
    void leaveAsFound() throws IOException {
        try {
            for (Path each : missing) {
                Files.deleteIfExists(each);
            }
        } catch (DirectoryNotEmptyException used) {
            return;
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

package dev.encargo.local.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// A file that only its owner may read. SQLite gives the files that it keeps beside it the same rights.
final class OwnersFile {
    private OwnersFile() {}

    /// Creates it empty; one that is there stays as it is.
    static void create(Path file) throws IOException {
        try {
            Files.createFile(file, rights(file));
        } catch (FileAlreadyExistsException kept) {
            return;
        }
    }

    private static FileAttribute<?>[] rights(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}

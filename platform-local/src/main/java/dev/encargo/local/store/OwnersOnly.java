package dev.encargo.local.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/// Files and folders that only their owner may use, also those that were made when others might: on a file system
/// that knows such rights.
public final class OwnersOnly {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnersOnly() {}

    /// Makes an empty file, or takes the rights of others to the one that is there.
    public static void file(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        try {
            Files.createFile(file, rights(folder, FILE));
        } catch (FileAlreadyExistsException there) {
            ifThere(file);
        }
    }

    /// Makes a folder, or takes the rights of others to the one that is there: with these nobody else reaches what
    /// lies in it, whatever its own rights are.
    public static void folder(Path folder) throws IOException {
        Path parent = Objects.requireNonNull(folder.toAbsolutePath().getParent());
        try {
            Files.createDirectory(folder, rights(parent, FOLDER));
        } catch (FileAlreadyExistsException there) {
            if (Files.isDirectory(folder)) {
                close(folder, FOLDER);
            }
        }
    }

    /// Takes the rights of others to what is there.
    static void ifThere(Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            close(file, FILE);
        }
    }

    private static void close(Path path, Set<PosixFilePermission> rights) throws IOException {
        if (knowsRights(path) && !rights.containsAll(Files.getPosixFilePermissions(path))) {
            Files.setPosixFilePermissions(path, rights);
        }
    }

    private static FileAttribute<?>[] rights(Path folder, Set<PosixFilePermission> rights) throws IOException {
        return knowsRights(folder)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
                : new FileAttribute<?>[0];
    }

    private static boolean knowsRights(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }
}

package dev.encargo.local.host;

import dev.encargo.local.store.OwnersOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// A data folder claimed by one host. The system gives the claim up when the process ends, however it ends.
public final class DataFolder implements AutoCloseable {
    private final FileChannel channel;

    private DataFolder(FileChannel channel) {
        this.channel = channel;
    }

    /// Whether a host uses the folder now.
    public static boolean inUse(Path folder) throws IOException {
        if (!Files.exists(folder.resolve("lock"))) {
            return false;
        }
        try {
            claim(folder).close();
            return false;
        } catch (DataFolderTaken taken) {
            return true;
        }
    }

    /// @throws DataFolderTaken when another host uses the folder
    static DataFolder claim(Path folder) throws IOException {
        Files.createDirectories(folder);
        OwnersOnly.file(folder.resolve("lock"));
        FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE);
        if (locked(channel) == null) {
            channel.close();
            throw new DataFolderTaken(folder);
        }
        return new DataFolder(channel);
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException byThisProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

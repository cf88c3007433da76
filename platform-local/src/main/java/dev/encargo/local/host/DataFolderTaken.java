package dev.encargo.local.host;

import java.nio.file.Path;

/// Another host uses the data folder.
public final class DataFolderTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DataFolderTaken(Path folder) {
        super("The data folder " + folder + " is in use by another host.");
    }
}

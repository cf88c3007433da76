package dev.encargo.analytics;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/// One object of the delivery stream: newline-delimited JSON, compressed or not. Its first bytes tell, not its name:
/// a stream's `FileExtension` says nothing about its `CompressionFormat`, which may also change.
public record Landed(Path file, boolean gzip) {
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};

    /// @throws EOFException where it is empty, which no stream lands
    public static Landed of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] beginning = in.readNBytes(GZIP.length);
            if (beginning.length == 0) {
                throw new EOFException("it is empty");
            }
            return new Landed(file, Arrays.equals(beginning, GZIP));
        }
    }

    /// Its lines. Reading fails where a compressed one is not whole.
    public InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        return gzip ? new GZIPInputStream(in) : in;
    }
}

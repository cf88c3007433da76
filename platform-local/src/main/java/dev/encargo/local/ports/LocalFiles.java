package dev.encargo.local.ports;

import dev.encargo.platform.FileStore;
import dev.encargo.platform.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// One bucket as a folder. A file is complete on disk before it appears under its key. `bucket` is asked for at each
/// use, since not every function has one.
public final class LocalFiles implements FileStore {
    private static final int KEY_LIMIT = 1_024;

    private final Path buckets;
    private final Supplier<String> bucket;
    private final LinkSigner links;

    public LocalFiles(Path buckets, Supplier<String> bucket, LinkSigner links) {
        this.buckets = buckets;
        this.bucket = bucket;
        this.links = links;
    }

    @Override
    public String put(String key, byte[] content, String contentType) {
        Path file = file(key);
        try {
            makeFolder(Objects.requireNonNull(file.getParent()));
            Path aside = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
            try (FileChannel channel =
                    FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(false);
            }
            String checksum = arrived(aside, content);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return checksum;
        } catch (IOException fault) {
            throw new Unavailable("files", fault);
        }
    }

    private static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
    }

    private static String arrived(Path aside, byte[] content) throws IOException {
        String sent = sha256(content);
        if (!sha256(Files.readAllBytes(aside)).equals(sent)) {
            Files.delete(aside);
            throw new IOException(aside + " is not what was to be stored");
        }
        return sent;
    }

    @Override
    public Optional<byte[]> get(String key) {
        Path file = file(key);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException fault) {
            throw new Unavailable("files", fault);
        }
    }

    @Override
    public URI signedUrl(String key, Duration validity, String downloadName) {
        file(key);
        return links.link(bucket.get() + "/" + key, validity, downloadName);
    }

    /// The file at `bucket/key`, for links that were signed here.
    public static Optional<byte[]> open(Path buckets, String path) {
        int slash = path.indexOf('/');
        if (slash <= 0) {
            return Optional.empty();
        }
        LinkSigner none = (_, _, _) -> {
            throw new IllegalStateException("no links here");
        };
        return new LocalFiles(buckets, () -> path.substring(0, slash), none).get(path.substring(slash + 1));
    }

    private Path file(String key) {
        Path folder = buckets.resolve(bucket.get());
        Path file = folder.resolve(key).normalize();
        boolean plain =
                !key.isEmpty() && key.length() <= KEY_LIMIT && key.chars().allMatch(LocalFiles::allowed);
        if (!plain || key.startsWith("/") || key.contains("..") || !file.startsWith(folder)) {
            throw new IllegalArgumentException("not a file's key: " + key);
        }
        return file;
    }

    private static boolean allowed(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || "/._-".indexOf(c) >= 0);
    }

    /// The checksum in hex.
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

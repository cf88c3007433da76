package dev.encargo.local.delivery;

import dev.encargo.local.template.model.BucketResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.model.StreamResource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/// The files in which a stream lands, named by the prefix of the template and by the part of the log that they
/// hold.
final class LandingFiles {
    private static final Pattern TIMESTAMP = Pattern.compile("!\\{timestamp:([^}]*)}");

    private final StreamResource stream;
    private final Path bucket;

    private LandingFiles(StreamResource stream, Path bucket) {
        this.stream = stream;
        this.bucket = bucket;
    }

    static LandingFiles of(Stack stack, StreamResource stream, Path buckets) {
        BucketResource bucket = stack.bucketByArn(stream.bucketArn())
                .orElseThrow(() ->
                        new IllegalStateException("the stream " + stream.id() + " names no bucket of the template"));
        return new LandingFiles(stream, buckets.resolve(bucket.name()));
    }

    /// Writes one file. `oldest` is the time of its first record, `from` that record's place in the log: the same
    /// two name the same file, so that one which a crash left behind is replaced.
    void write(List<String> records, Instant oldest, long from) {
        Path file = bucket.resolve(
                prefix(oldest) + String.format("%s-1-%s-%012d%s", stream.name(), stamp(oldest), from, extension()));
        try {
            Files.createDirectories(file.getParent());
            Path aside = file.resolveSibling("." + file.getFileName() + ".part");
            try (OutputStream out = opened(aside)) {
                for (String next : records) {
                    out.write(next.getBytes(StandardCharsets.UTF_8));
                    out.write(stream.delimiter().orElse("").getBytes(StandardCharsets.UTF_8));
                }
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private OutputStream opened(Path file) throws IOException {
        OutputStream plain = Files.newOutputStream(file);
        return stream.compression() == StreamResource.Compression.GZIP ? new GZIPOutputStream(plain, 65_536) : plain;
    }

    private String extension() {
        if (!stream.fileExtension().isEmpty()) {
            return stream.fileExtension();
        }
        return stream.compression() == StreamResource.Compression.GZIP ? ".gz" : "";
    }

    private static String stamp(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss")
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    private String prefix(Instant at) {
        Matcher matcher = TIMESTAMP.matcher(stream.prefix());
        return matcher.replaceAll(found -> Matcher.quoteReplacement(DateTimeFormatter.ofPattern(found.group(1))
                .withZone(ZoneOffset.UTC)
                .format(at)));
    }
}

package dev.encargo.aws.ports;

import dev.encargo.aws.call.Dependency;
import dev.encargo.platform.FileStore;
import dev.encargo.platform.Unavailable;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// A bucket of S3, which checks the SHA-256 of what it gets before it keeps it.
///
/// A link ends with the credentials that signed it, if they end sooner. Who reads has to be allowed `s3:ListBucket`:
/// without it S3 answers 403 where no file has the key, which looks as a missing permission does.
public final class S3Files implements FileStore {
    private static final Dependency FILES = new Dependency("files");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-][A-Za-z0-9/._-]{0,1023}");
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Set<String> DAMAGED = Set.of("BadDigest", "XAmzContentChecksumMismatch");

    private final Supplier<S3Client> client;
    private final Supplier<S3Presigner> presigner;
    private final Supplier<String> bucket;

    public S3Files(Supplier<S3Client> client, Supplier<S3Presigner> presigner, Supplier<String> bucket) {
        this.client = client;
        this.presigner = presigner;
        this.bucket = bucket;
    }

    @Override
    public String put(String key, byte[] content, String contentType) {
        check(key);
        byte[] checksum = sha256(content);
        String sent = Base64.getEncoder().encodeToString(checksum);
        try {
            FILES.ask(() -> client.get()
                    .putObject(
                            request -> request.bucket(bucket.get())
                                    .key(key)
                                    .contentType(contentType)
                                    .checksumAlgorithm(ChecksumAlgorithm.SHA256)
                                    .checksumSHA256(sent),
                            RequestBody.fromBytes(content)));
        } catch (S3Exception refusal) {
            throw DAMAGED.contains(refusal.awsErrorDetails().errorCode()) ? new Unavailable("files", refusal) : refusal;
        }
        return HexFormat.of().formatHex(checksum);
    }

    @Override
    public Optional<byte[]> get(String key) {
        check(key);
        try {
            return Optional.of(FILES.ask(() -> client.get()
                            .getObjectAsBytes(
                                    request -> request.bucket(bucket.get()).key(key)))
                    .asByteArrayUnsafe());
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        }
    }

    @Override
    public URI signedUrl(String key, Duration validity, String downloadName) {
        check(key);
        if (validity.compareTo(SHORTEST) < 0 || validity.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("no link of " + validity);
        }
        return URI.create(FILES.ask(() -> presigner
                .get()
                .presignGetObject(link -> link.signatureDuration(validity)
                        .getObjectRequest(request -> request.bucket(bucket.get())
                                .key(key)
                                .responseContentDisposition(DownloadName.attachment(downloadName))))
                .url()
                .toExternalForm()));
    }

    private static void check(String key) {
        if (!KEY.matcher(key).matches() || key.contains("..")) {
            throw new IllegalArgumentException("not a file's key: " + key);
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

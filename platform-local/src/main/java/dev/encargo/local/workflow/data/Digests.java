package dev.encargo.local.workflow.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The digests that workflows may compute.
final class Digests {
    static final List<String> NAMES = List.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

    private Digests() {}

    /// The digest in lower case hexadecimal, or null when the algorithm is none of [#NAMES].
    static @Nullable String hex(String text, String algorithm) {
        if (!NAMES.contains(algorithm)) {
            return null;
        }
        try {
            byte[] bytes = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }
}

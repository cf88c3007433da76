package dev.encargo.platform.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A read `Encargo-Signature`: `t=<seconds>,v1=<hex>[,v1=<hex>]`, each `v1` an HMAC-SHA256 of `t + "." + body`
/// under one secret.
record Signature(long seconds, List<byte[]> hashes) {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MOST = 5;

    static Optional<Signature> read(String header) {
        List<byte[]> hashes = new ArrayList<>();
        long seconds = -1;
        try {
            for (String part : header.split(",", 2 * MOST)) {
                String text = part.strip();
                if (text.startsWith("t=")) {
                    seconds = Long.parseLong(text.substring(2));
                } else if (text.startsWith("v1=")) {
                    hashes.add(HexFormat.of().parseHex(text.substring(3)));
                }
            }
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        boolean whole = seconds >= 0 && !hashes.isEmpty() && hashes.size() <= MOST;
        return whole ? Optional.of(new Signature(seconds, hashes)) : Optional.empty();
    }

    long ageSeconds(Instant now) {
        return Math.abs(now.getEpochSecond() - seconds);
    }

    boolean matches(String body, List<String> secrets) {
        boolean found = false;
        for (String secret : secrets) {
            byte[] expected = hash(secret, seconds + "." + body);
            for (byte[] hash : hashes) {
                found |= MessageDigest.isEqual(expected, hash);
            }
        }
        return found;
    }

    private static byte[] hash(String secret, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform offers " + ALGORITHM, impossible);
        }
    }
}

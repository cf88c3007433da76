package dev.encargo.providers;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The value of `Encargo-Signature`: `t=<seconds>,v1=<hex>[,v1=<hex>]`, each `v1` being
/// HMAC-SHA256(secret, t + "." + body).
public final class Signature {
    public static final String HEADER = "Encargo-Signature";
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /// Signs `body` as sent at `at` with each secret, in the order given.
    public static String of(String body, Instant at, List<String> secrets) {
        long seconds = at.getEpochSecond();
        StringBuilder value = new StringBuilder("t=").append(seconds);
        for (String secret : secrets) {
            value.append(",v1=").append(hex(secret, seconds + "." + body));
        }
        return value.toString();
    }

    private static String hex(String secret, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java platform offers " + ALGORITHM, impossible);
        }
    }
}

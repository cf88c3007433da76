package dev.encargo.platform.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Notices as an outside party signs them, by its own means and not by ours.
public final class Signed {
    private static final String ALGORITHM = "HmacSHA256";

    private Signed() {}

    /// The signature of a body, made at a moment.
    public static String header(String secret, String body, Instant at) throws GeneralSecurityException {
        long seconds = at.getEpochSecond();
        Mac mac = Mac.getInstance(ALGORITHM);
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        byte[] hash = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(hash);
    }
}

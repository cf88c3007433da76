package dev.encargo.orders.usecase;

import dev.encargo.platform.Ids;
import dev.encargo.platform.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Gives orders their ids: fresh ones, or the one that a caller's idempotency key stands for.
final class OrderIds {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;

    private final Secrets secrets;
    private final InstantSource clock;

    OrderIds(Secrets secrets, InstantSource clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    String fresh() {
        return Ids.fresh("ord", clock);
    }

    /// The ids of this caller's key, the one to use first: one for each live salt, two while the salt is being
    /// replaced.
    List<String> keyed(String principal, String key) {
        return secrets.live("idempotency-salt").stream()
                .map(salt -> keyed(salt, principal, key))
                .toList();
    }

    private static String keyed(String salt, String principal, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String text = principal.length() + ":" + principal + key;
            return "ord_" + base32(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this runtime has no HMAC-SHA256", missing);
        }
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            int bit = i * 5;
            int pair = ((bytes[bit / 8] & 0xff) << 8) | (bytes[bit / 8 + 1] & 0xff);
            text.append(ALPHABET.charAt((pair >> (11 - bit % 8)) & 31));
        }
        return text.toString();
    }
}

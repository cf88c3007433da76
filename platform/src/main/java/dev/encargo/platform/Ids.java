package dev.encargo.platform;

import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.ulid.UlidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;

/// Makes identifiers: a prefix and a ULID (26 characters of Crockford's base 32, ordered by time to the
/// millisecond).
public final class Ids {

    private static final Pattern ULID = Pattern.compile("[0-9A-HJKMNP-TV-Z]{26}");

    private Ids() {}

    /// Whether a text has the form of an identifier with this prefix.
    public static boolean isOne(String prefix, String text) {
        return text.startsWith(prefix + "_")
                && ULID.matcher(text.substring(prefix.length() + 1)).matches();
    }

    public static String fresh(String prefix, InstantSource clock) {
        return prefix + "_" + UlidCreator.getUlid(clock.millis());
    }

    /// When an identifier was made.
    ///
    /// @throws IllegalArgumentException when `id` is none
    public static Instant made(String id) {
        return Ulid.from(id.substring(id.lastIndexOf('_') + 1)).getInstant();
    }
}

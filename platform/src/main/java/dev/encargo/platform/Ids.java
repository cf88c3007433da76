package dev.encargo.platform;

import com.github.f4b6a3.ulid.UlidCreator;
import java.time.InstantSource;

/// Makes identifiers: a prefix and a ULID (26 characters of Crockford's base 32, ordered by time to the
/// millisecond).
public final class Ids {

    private Ids() {}

    public static String fresh(String prefix, InstantSource clock) {
        return prefix + "_" + UlidCreator.getUlid(clock.millis());
    }
}

package dev.encargo.notifications;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which e-mail addresses are written to: customers may leave theirs out, and may mistype it.
public final class Address {
    private static final Pattern USABLE =
            Pattern.compile("[^\\s@<>,;:\"()\\[\\]\\\\]{1,64}@[^\\s@<>,;:\"()\\[\\]\\\\]{1,255}");

    private Address() {}

    public static boolean isUsable(@Nullable String address) {
        return address != null && USABLE.matcher(address).matches();
    }
}

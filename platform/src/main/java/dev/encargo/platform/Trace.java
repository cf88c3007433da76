package dev.encargo.platform;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The W3C trace context of the invocation under way: `00-<32 hex>-<16 hex>-01`.
public final class Trace {
    private static final ScopedValue<String> CURRENT = ScopedValue.newInstance();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Trace() {}

    /// The `traceparent` of this invocation, or a fresh one outside any.
    public static String parent() {
        return CURRENT.isBound() ? CURRENT.get() : fresh();
    }

    /// Runs `work` in a trace context.
    public static <T extends @Nullable Object> T within(String traceparent, Supplier<T> work) {
        return ScopedValue.where(CURRENT, traceparent).call(work::get);
    }

    public static String fresh() {
        byte[] ids = new byte[24];
        RANDOM.nextBytes(ids);
        String hex = HexFormat.of().formatHex(ids);
        return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-01";
    }
}

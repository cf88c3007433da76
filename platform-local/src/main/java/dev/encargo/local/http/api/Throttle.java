package dev.encargo.local.http.api;

import dev.encargo.local.http.wire.Problem;
import dev.encargo.local.template.model.ApiResource;
import dev.encargo.local.template.model.ApiResource.MethodSetting;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// A token bucket without a lock: `full` is the moment when the bucket will be full again.
final class Throttle {

    /// What an account has where the template says nothing.
    private static final double ACCOUNT_RATE = 10_000;
    private static final int ACCOUNT_BURST = 5_000;

    private final long nanosPerCall;
    private final long burstNanos;
    private final LongSupplier nanoTime;
    private final AtomicLong full;

    Throttle(double rate, int burst, LongSupplier nanoTime) {
        this.nanosPerCall = rate <= 0 ? Long.MAX_VALUE / 4 : Math.max(1, Math.round(1_000_000_000 / rate));
        this.burstNanos = rate <= 0 || burst == 0 ? 0 : Math.multiplyExact(nanosPerCall, (long) burst);
        this.nanoTime = nanoTime;
        this.full = new AtomicLong(nanoTime.getAsLong());
    }

    /// The bucket of one operation by the most particular setting that covers it.
    static Throttle of(ApiResource api, String method, String resource, LongSupplier nanoTime) {
        return api.methodSettings().stream()
                .filter(setting -> covers(setting, method, resource))
                .max(Comparator.comparingInt(Throttle::particularity))
                .map(setting -> new Throttle(
                        setting.rate().orElse(ACCOUNT_RATE), setting.burst().orElse(ACCOUNT_BURST), nanoTime))
                .orElseGet(() -> new Throttle(ACCOUNT_RATE, ACCOUNT_BURST, nanoTime));
    }

    private static boolean covers(MethodSetting setting, String method, String resource) {
        return (setting.path().equals("/*") || setting.path().equals(resource))
                && (setting.method().equals("*") || setting.method().equals(method));
    }

    private static int particularity(MethodSetting setting) {
        return (setting.path().equals("/*") ? 0 : 2) + (setting.method().equals("*") ? 0 : 1);
    }

    /// Takes one token.
    ///
    /// @throws Problem 429 with `Retry-After` when there is none
    void take() {
        while (true) {
            long now = nanoTime.getAsLong();
            long before = full.get();
            long from = before - now > 0 ? before : now;
            if (from - now > burstNanos - nanosPerCall) {
                throw refusal(from - now - burstNanos + nanosPerCall);
            }
            if (full.compareAndSet(before, from + nanosPerCall)) {
                return;
            }
        }
    }

    private static Problem refusal(long waitNanos) {
        long seconds = Math.clamp(waitNanos / 1_000_000_000 + 1, 1, 60);
        return Problem.of(429, "too-many-requests", "Too many requests")
                .detail("The API's rate limit is reached. Wait and send the request again.")
                .header("Retry-After", Long.toString(seconds));
    }
}

package dev.encargo.providers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the stand-ins are started with.
///
/// @param file          their SQLite file; null for a temporary one that goes with them
/// @param paymentPort   loopback port of the payment provider, 0 for any free one
/// @param warehousePort loopback port of the warehouse, 0 for any free one
/// @param paymentLimit  how long the caller waits for a payment; `pm_late` captures one minute after it
/// @param habits        how untidily notices are sent
/// @param stock         units that a fresh warehouse holds, by SKU
/// @param plenty        units that it holds of any other SKU
public record ProvidersSettings(
        @Nullable Path file,
        int paymentPort,
        int warehousePort,
        Duration paymentLimit,
        NoticeHabits habits,
        Map<String, Long> stock,
        long plenty) {
    private static final Map<String, Long> FRESH_STOCK = Map.of("SKU-NONE", 0L, "SKU-LAST-ONE", 1L);
    private static final long PLENTY = 1_000_000_000L;

    public ProvidersSettings {
        stock = Map.copyOf(stock);
    }

    /// Durable in `file`, on free ports, with ordinary habits.
    public static ProvidersSettings in(Path file) {
        return new ProvidersSettings(file, 0, 0, Duration.ofMinutes(30), NoticeHabits.ordinary(1), FRESH_STOCK, PLENTY);
    }

    /// In a temporary file, on free ports, every notice once and in order.
    public static ProvidersSettings temporary() {
        return new ProvidersSettings(null, 0, 0, Duration.ofMinutes(30), NoticeHabits.TIDY, FRESH_STOCK, PLENTY);
    }

    public ProvidersSettings withHabits(NoticeHabits changed) {
        return new ProvidersSettings(file, paymentPort, warehousePort, paymentLimit, changed, stock, plenty);
    }

    public ProvidersSettings withStock(Map<String, Long> changed) {
        return new ProvidersSettings(file, paymentPort, warehousePort, paymentLimit, habits, changed, plenty);
    }
}

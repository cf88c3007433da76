package dev.encargo.invoices.store;

import dev.encargo.platform.Platform;
import dev.encargo.platform.Settings;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/// Dates as they are where the seller is.
public final class LegalCalendar {
    private final Settings settings;
    private final InstantSource clock;

    public LegalCalendar(Platform platform) {
        this.settings = platform.settings();
        this.clock = platform.clock();
    }

    public LocalDate today() {
        return dateOf(clock.instant());
    }

    public LocalDate dateOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneId.of(settings.get("seller-zone")));
    }
}

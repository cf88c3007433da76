package dev.encargo.invoices.model;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Locale;

/// A run of numbers 1, 2, 3, … of one legal year. Credit notes have a series of their own.
@Json
public record Series(String name, int year) {

    public static Series of(String name, LocalDate day) {
        return new Series(name, day.getYear());
    }

    /// `R` for the usual series `F`, else `R` before the name.
    public static Series ofCredits(Series invoices, LocalDate day) {
        return Series.of(invoices.name.equals("F") ? "R" : "R" + invoices.name, day);
    }

    public String id() {
        return name + "-" + year;
    }

    /// `F-2026-000001`.
    public String number(long position) {
        return String.format(Locale.ROOT, "%s-%06d", id(), position);
    }
}

package dev.encargo.invoices.store;

import dev.encargo.invoices.model.Claim;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Where the issuers of one process wait for their numbers, one line per series.
final class NumberLines {
    private final Map<String, WaitingLine<String, Optional<Claim>>> lines = new ConcurrentHashMap<>();

    WaitingLine<String, Optional<Claim>> of(String series) {
        return lines.computeIfAbsent(series, _ -> new WaitingLine<>());
    }
}

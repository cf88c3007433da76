package dev.encargo.invoices.model;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The head of a series: its last position, the last date given, and the claims whose document may not be out yet.
///
/// Positions are given in order, dates never fall, and no date leaves the series' year.
@Json
public record NumberHead(Series series, long last, LocalDate lastDate, List<Claim> claims) {

    public NumberHead {
        claims = List.copyOf(claims);
    }

    public static NumberHead fresh(Series series) {
        return new NumberHead(series, 0, LocalDate.of(series.year(), 1, 1), List.of());
    }

    public Optional<Claim> claimOf(String orderId) {
        return claims.stream().filter(claim -> claim.orderId().equals(orderId)).findFirst();
    }

    /// Gives the next positions to those of `orders` that hold none, in their order.
    public NumberHead claim(List<String> orders, LocalDate today) {
        List<String> newcomers = orders.stream()
                .distinct()
                .filter(order -> claimOf(order).isEmpty())
                .toList();
        LocalDate date = dateOf(today);
        List<Claim> all = new ArrayList<>(claims);
        long position = last;
        for (String order : newcomers) {
            all.add(new Claim(order, ++position, date));
        }
        return new NumberHead(series, position, newcomers.isEmpty() ? lastDate : date, all);
    }

    /// Forgets the claims of orders that no longer wait for a number of this series.
    public NumberHead keeping(Predicate<String> waits) {
        return new NumberHead(
                series,
                last,
                lastDate,
                claims.stream().filter(claim -> waits.test(claim.orderId())).toList());
    }

    private LocalDate dateOf(LocalDate today) {
        LocalDate end = LocalDate.of(series.year(), 12, 31);
        LocalDate notBefore = today.isBefore(lastDate) ? lastDate : today;
        return notBefore.isAfter(end) ? end : notBefore;
    }
}

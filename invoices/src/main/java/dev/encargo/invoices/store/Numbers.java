package dev.encargo.invoices.store;

import dev.encargo.invoices.model.Claim;
import dev.encargo.invoices.model.NumberHead;
import dev.encargo.invoices.model.Series;
import dev.encargo.platform.Platform;
import dev.encargo.platform.documents.Decision;
import dev.encargo.platform.documents.DocumentStore;
import dev.encargo.platform.documents.Versioned;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gives numbers without gaps: one head document per series and year, one write for all who wait in this process.
///
/// The order of reads is what keeps it right: first the head, then the invoice, then the write guarded by the
/// head's revision. A claim is forgotten only once its invoice no longer waits, so a slow twin finds either the
/// claim or an invoice that wants no number.
public final class Numbers {
    public static final String COLLECTION = "invoice-numbers";

    /// From so many open claims on, a write first looks which of them are done.
    private static final int TIDY_FROM = 24;

    /// So many open claims mean that numbers are given but nothing is issued: better to wait than to give more.
    private static final int MOST_OPEN = 2_000;

    private final DocumentStore<NumberHead> heads;
    private final Invoices invoices;
    private final NumberLines lines;
    private final LegalCalendar calendar;

    public Numbers(Platform platform, Invoices invoices) {
        this.heads = new DocumentStore<>(platform, COLLECTION, NumberHead.class);
        this.invoices = invoices;
        this.lines = platform.shared(NumberLines.class, NumberLines::new);
        this.calendar = new LegalCalendar(platform);
    }

    /// The order's claim in `series`, made now or earlier; empty when its invoice waits for no number of that
    /// series.
    ///
    /// @throws TooManyOpenClaims when numbers are given faster than documents are issued
    public Optional<Claim> claim(Series series, String orderId) {
        return lines.of(series.id()).ask(orderId, orders -> claimAll(series, orders));
    }

    private List<Optional<Claim>> claimAll(Series series, List<String> orders) {
        LocalDate today = calendar.today();
        return heads.change(series.id(), current -> decide(series, current, orders, today));
    }

    private Decision<NumberHead, List<Optional<Claim>>> decide(
            Series series, @Nullable Versioned<NumberHead> current, List<String> orders, LocalDate today) {
        NumberHead head = current == null ? NumberHead.fresh(series) : current.body();
        List<String> newcomers = orders.stream()
                .filter(order -> head.claimOf(order).isEmpty())
                .filter(order -> waits(series, order))
                .toList();
        NumberHead next = newcomers.isEmpty() ? head : tidied(head).claim(newcomers, today);
        List<Optional<Claim>> claims = orders.stream().map(next::claimOf).toList();
        return newcomers.isEmpty()
                ? Decision.keep(claims)
                : Decision.write(next, current == null ? 1 : current.version() + 1, List.of(), claims);
    }

    private NumberHead tidied(NumberHead head) {
        if (head.claims().size() < TIDY_FROM) {
            return head;
        }
        NumberHead tidied = head.keeping(order -> waits(head.series(), order));
        if (tidied.claims().size() >= MOST_OPEN) {
            throw new TooManyOpenClaims(head.series(), tidied.claims().size());
        }
        return tidied;
    }

    private boolean waits(Series series, String orderId) {
        return invoices.find(orderId).map(invoice -> invoice.awaits(series)).orElse(false);
    }
}

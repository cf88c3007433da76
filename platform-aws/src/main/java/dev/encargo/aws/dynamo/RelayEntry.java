package dev.encargo.aws.dynamo;

import dev.encargo.platform.effects.PendingEffect;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A document's place in the sparse index `pending`, which keeps keys only. Most documents have none.
///
/// | what waits | partition | sort |
/// |---|---|---|
/// | effects that are due | `pending#0` … `pending#15` | the moment, such as `2026-11-24T10:00:00.000Z` |
/// | the same, and parked ones | the same | the moment and `#parked` |
/// | parked ones only | `parked#0` … `parked#15` | `#parked` |
///
/// Sixteen partitions, so that writes do not meet in one.
record RelayEntry(String partition, String sort) {
    private static final int SPREAD = 16;
    private static final String PENDING = "pending#";
    private static final String PARKED = "parked#";
    private static final String MARK = "#parked";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    static Optional<RelayEntry> of(String id, List<PendingEffect> pending, @Nullable Instant due) {
        String mark = pending.stream().anyMatch(PendingEffect::parked) ? MARK : "";
        int part = Math.floorMod(id.hashCode(), SPREAD);
        if (due != null) {
            return Optional.of(new RelayEntry(PENDING + part, MOMENT.format(due) + mark));
        }
        return mark.isEmpty() ? Optional.empty() : Optional.of(new RelayEntry(PARKED + part, mark));
    }

    static Stream<String> pendingPartitions() {
        return IntStream.range(0, SPREAD).mapToObj(part -> PENDING + part);
    }

    static Stream<String> parkedPartitions() {
        return IntStream.range(0, SPREAD).mapToObj(part -> PARKED + part);
    }

    /// The last sort key of what is due at `now`.
    static String until(Instant now) {
        return MOMENT.format(now) + MARK;
    }

    boolean hasParked() {
        return sort.endsWith(MARK);
    }

    @Nullable
    Instant due() {
        return partition.startsWith(PENDING) ? Instant.parse(sort.replace(MARK, "")) : null;
    }
}

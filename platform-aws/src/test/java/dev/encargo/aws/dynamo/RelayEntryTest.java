package dev.encargo.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.platform.effects.Effect;
import dev.encargo.platform.effects.PendingEffect;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RelayEntryTest {
    private static final Instant DUE = Instant.parse("2026-11-24T10:00:00.120Z");
    private static final PendingEffect WAITING = PendingEffect.of(new Effect.Send("e1", "queue", "{}"));
    private static final PendingEffect PARKED = WAITING.failed("refused", 1);

    private static RelayEntry entry(String id, List<PendingEffect> pending, Instant due) {
        return RelayEntry.of(id, pending, due).orElseThrow();
    }

    @Test
    void documents_are_spread_over_all_partitions() {
        assertThat(IntStream.range(0, 1_000)
                        .mapToObj(n -> entry("ord_" + n, List.of(WAITING), DUE).partition())
                        .distinct())
                .hasSize(16)
                .containsExactlyInAnyOrderElementsOf(
                        RelayEntry.pendingPartitions().toList());
    }

    @Test
    void what_has_nothing_left_is_not_in_the_index() {
        assertThat(RelayEntry.of("ord_1", List.of(), null)).isEmpty();
    }

    @Test
    void moments_are_ordered_as_their_texts_and_kept_to_the_millisecond() {
        RelayEntry whole = entry("ord_1", List.of(WAITING), Instant.parse("2026-11-24T10:00:00Z"));
        RelayEntry later = entry("ord_1", List.of(WAITING), DUE);
        assertThat(whole.sort()).isEqualTo("2026-11-24T10:00:00.000Z").isLessThan(later.sort());
        assertThat(later.due()).isEqualTo(DUE);
    }

    @Test
    void what_is_due_at_a_moment_is_found_at_that_moment_parked_or_not() {
        for (List<PendingEffect> pending : List.of(List.of(WAITING), List.of(PARKED, WAITING))) {
            RelayEntry entry = entry("ord_1", pending, DUE);
            assertThat(entry.sort()).isLessThanOrEqualTo(RelayEntry.until(DUE));
            assertThat(entry.sort()).isGreaterThan(RelayEntry.until(DUE.minusMillis(1)));
            assertThat(entry.due()).isEqualTo(DUE);
        }
    }

    @Test
    void the_key_tells_that_something_is_parked() {
        assertThat(entry("ord_1", List.of(WAITING), DUE).hasParked()).isFalse();
        assertThat(entry("ord_1", List.of(PARKED, WAITING), DUE).hasParked()).isTrue();
        RelayEntry only = entry("ord_1", List.of(PARKED), null);
        assertThat(only.hasParked()).isTrue();
        assertThat(only.due()).isNull();
        assertThat(only.partition()).isIn(RelayEntry.parkedPartitions().toList());
    }
}

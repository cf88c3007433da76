package dev.encargo.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.platform.Unavailable;
import dev.encargo.platform.effects.Attention;
import dev.encargo.platform.effects.Intent;
import dev.encargo.platform.effects.WaitingStep;
import dev.encargo.platform.testing.MemoryPlatform;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DocumentStoreTest {
    private static final Intent ALERT = Attention.raise("ord_1", "REFUND_PENDING", "the test says so");

    private final MemoryPlatform platform = new MemoryPlatform();
    private final DocumentStore<WaitingStep> steps = new DocumentStore<>(platform, "steps", WaitingStep.class);

    private static WaitingStep step(int retry) {
        return new WaitingStep("token", "execution", Instant.EPOCH, retry);
    }

    private static Decision<WaitingStep, String> write(int version) {
        return Decision.write(step(version), version, List.of(ALERT), "written " + version);
    }

    private String next() {
        return steps.change("ord_1", found -> write(found == null ? 1 : (int) found.version() + 1));
    }

    @Test
    void a_write_is_performed_and_settled() {
        assertThat(next()).isEqualTo("written 1");
        assertThat(platform.sent).hasSize(1);
        assertThat(platform.documents.get("steps", "ord_1").orElseThrow().pending())
                .isEmpty();
    }

    @Test
    @DisplayName("F13: an insert whose answer was lost is a success, and its effects are performed once")
    void an_insert_whose_answer_was_lost_succeeded() {
        platform.documents.loseAnswersOfNextWrites(1);
        assertThat(next()).isEqualTo("written 1");
        assertThat(platform.sent).hasSize(1);
        assertThat(steps.get("ord_1").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    @DisplayName("F13: a replace whose answer was lost is a success, and is not decided again")
    void a_replace_whose_answer_was_lost_succeeded() {
        next();
        platform.documents.loseAnswersOfNextWrites(1);
        assertThat(next()).isEqualTo("written 2");
        assertThat(platform.sent).hasSize(2);
        assertThat(steps.get("ord_1").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void a_conflict_with_another_writer_is_decided_again_on_what_that_one_wrote() {
        boolean[] raced = new boolean[1];
        String outcome = steps.change("ord_1", found -> {
            if (!raced[0]) {
                raced[0] = true;
                next();
            }
            return write(found == null ? 1 : (int) found.version() + 1);
        });
        assertThat(outcome).isEqualTo("written 2");
        assertThat(platform.sent).hasSize(2);
    }

    @Test
    void contention_that_does_not_end_is_a_fault_with_its_place() {
        next();
        assertThatThrownBy(() -> steps.change("ord_1", found -> {
                    next();
                    return write((int) found.version() + 1);
                }))
                .isInstanceOf(WriteContended.class)
                .hasMessageContaining("steps/ord_1");
    }

    @Test
    @DisplayName("F12: a store that cannot be reached is a fault, and nothing is written")
    void an_unreachable_store_is_a_fault() {
        platform.documents.failNextCalls(1);
        assertThatThrownBy(this::next).isInstanceOf(Unavailable.class);
        assertThat(platform.documents.get("steps", "ord_1")).isEmpty();
        assertThat(platform.sent).isEmpty();
    }

    @Test
    @DisplayName(
            "F13: effects that cannot be performed stay with the document for the relay, and the caller is answered")
    void effects_that_fail_stay() {
        platform.failQueue = 1;
        assertThat(next()).isEqualTo("written 1");
        StoredDocument stored = platform.documents.get("steps", "ord_1").orElseThrow();
        assertThat(stored.pending()).hasSize(1);
        assertThat(stored.due()).isEqualTo(platform.clock.instant().plus(DocumentStore.RELAY_AFTER));
    }

    @Test
    void a_writer_does_not_perform_what_it_found() {
        platform.failQueue = 1;
        next();
        next();
        assertThat(platform.sent).hasSize(1);
        assertThat(platform.documents.get("steps", "ord_1").orElseThrow().pending())
                .hasSize(1);
    }
}

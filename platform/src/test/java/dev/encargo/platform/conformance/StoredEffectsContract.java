package dev.encargo.platform.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.platform.documents.Draft;
import dev.encargo.platform.documents.StoredDocument;
import dev.encargo.platform.documents.Written;
import dev.encargo.platform.effects.Effect;
import dev.encargo.platform.effects.PendingEffect;
import dev.encargo.platform.effects.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What a store keeps to that stores effects with their document, for the writer to settle and the relay to find.
public abstract class StoredEffectsContract extends DocumentsContract {

    private static Effect send(String id) {
        return new Effect.Send(id, "quéue", "{\"effect\":\"" + id + "\"}");
    }

    private static Draft with(Draft draft, Instant due, Effect... effects) {
        return new Draft(
                draft.id(), draft.version(), draft.body(), List.of(effects), due, draft.index(), draft.writer());
    }

    private List<String> pending(String id) {
        return stored(id).pending().stream().map(next -> next.effect().id()).toList();
    }

    private void insertWith(String id, Effect... effects) {
        inserted(with(draft(id, 1, "{}"), DUE, effects));
    }

    @Nested
    class Effects {
        @Test
        void are_stored_in_order_with_the_document_and_not_performed() {
            Effect answer = new Effect.Succeed("e2", "token ñ", "{\"ok\":true}");
            Written written =
                    documents().insert(THINGS, with(draft("a", 1, "{}"), DUE, send("e1"), answer, send("e3")));
            assertThat(written).isEqualTo(new Written.Done(1, false));
            assertThat(stored("a").pending())
                    .containsExactly(
                            PendingEffect.of(send("e1")), PendingEffect.of(answer), PendingEffect.of(send("e3")));
            assertThat(stored("a").due()).isEqualTo(DUE);
        }

        @Test
        void of_a_replace_are_added_behind_those_that_still_wait() {
            insertWith("a", send("e1"));
            replaced(with(draft("a", 2, "{}"), DUE, send("e2"), send("e3")), 1);
            assertThat(pending("a")).containsExactly("e1", "e2", "e3");
        }

        @Test
        void that_wait_survive_a_replace_that_adds_none_and_stay_due() {
            insertWith("a", send("e1"));
            replaced(draft("a", 2, "{\"n\":2}"), 1);
            assertThat(pending("a")).containsExactly("e1");
            assertThat(stored("a").due()).isNotNull();
        }

        @Test
        void that_wait_are_put_off_by_no_later_write() {
            insertWith("a", send("e1"));
            replaced(with(draft("a", 2, "{}"), DUE.plusSeconds(60), send("e2")), 1);
            assertThat(stored("a").due()).isEqualTo(DUE);
            replaced(with(draft("a", 3, "{}"), DUE.minusSeconds(60), send("e3")), 2);
            assertThat(stored("a").due()).isEqualTo(DUE.minusSeconds(60));
        }

        @Test
        void of_a_write_that_met_a_conflict_are_not_stored() {
            insertWith("a", send("e1"));
            documents().insert(THINGS, with(draft("a", 1, "{}"), DUE, send("e2")));
            documents().replace(THINGS, with(draft("a", 2, "{}"), DUE, send("e3")), 9);
            assertThat(pending("a")).containsExactly("e1");
        }
    }

    @Nested
    class Amending {
        @Test
        void raises_the_revision_and_leaves_version_body_and_writer() {
            insertWith("a", send("e1"), send("e2"));
            StoredDocument before = stored("a");
            PendingEffect failed = before.pending().getLast().failed("refúsed", 20);
            assertThat(documents().amend(THINGS, "a", 1, List.of(failed), DUE.plusSeconds(60)))
                    .isTrue();
            assertThat(stored("a"))
                    .isEqualTo(new StoredDocument(
                            "a", 1, 2, before.body(), List.of(failed), DUE.plusSeconds(60), before.writer()));
        }

        @Test
        void refuses_another_revision_and_an_absent_document() {
            insertWith("a", send("e1"));
            assertThat(documents().amend(THINGS, "a", 2, List.of(), null)).isFalse();
            assertThat(documents().amend(THINGS, "b", 1, List.of(), null)).isFalse();
            assertThat(pending("a")).containsExactly("e1");
        }

        @Test
        void clears_everything() {
            insertWith("a", send("e1"));
            assertThat(documents().amend(THINGS, "a", 1, List.of(), null)).isTrue();
            assertThat(stored("a").pending()).isEmpty();
            assertThat(stored("a").due()).isNull();
        }
    }

    @Nested
    class Settling {
        @Test
        void clears_by_id_what_was_performed_and_nothing_else() {
            insertWith("a", send("e1"), send("e2"), send("e3"));
            new Settlement(documents()).settle(THINGS, "a", List.of("e1", "e3"));
            assertThat(pending("a")).containsExactly("e2");
            assertThat(stored("a").due()).isEqualTo(DUE);
            assertThat(stored("a").version()).isEqualTo(1);
        }

        @Test
        void leaves_the_effects_of_a_write_that_came_between() {
            insertWith("a", send("e1"));
            replaced(with(draft("a", 2, "{}"), DUE, send("e2")), 1);
            new Settlement(documents()).settle(THINGS, "a", List.of("e1"));
            assertThat(pending("a")).containsExactly("e2");
            assertThat(stored("a").version()).isEqualTo(2);
        }

        @Test
        void reads_again_on_a_conflict() {
            insertWith("a", send("e1"));
            Racing racing = new Racing(documents(), () -> replaced(with(draft("a", 2, "{}"), DUE, send("e2")), 1));
            new Settlement(racing).settle(THINGS, "a", List.of("e1"));
            assertThat(racing.lost).isEqualTo(1);
            assertThat(pending("a")).containsExactly("e2");
        }

        @Test
        void is_nobodys_business_any_more_when_all_is_cleared() {
            insertWith("a", send("e1"));
            new Settlement(documents()).settle(THINGS, "a", List.of("e1"));
            assertThat(stored("a").due()).isNull();
            assertThat(documents().due(DUE.plus(Duration.ofDays(9)), 10)).isEmpty();
        }

        @Test
        void twice_writes_once() {
            insertWith("a", send("e1"));
            new Settlement(documents()).settle(THINGS, "a", List.of("e1"));
            new Settlement(documents()).settle(THINGS, "a", List.of("e1"));
            assertThat(stored("a").revision()).isEqualTo(2);
        }
    }

    @Nested
    class Relaying {
        @Test
        void finds_what_is_due_of_every_collection_oldest_first() {
            inserted(with(draft("late", 1, "{}"), DUE.plusSeconds(2), send("e1")));
            documents().insert("others", with(draft("early", 1, "{}"), DUE, send("e2")));
            inserted(with(draft("later", 1, "{}"), DUE.plusSeconds(3), send("e3")));
            inserted(draft("none", 1, "{}"));
            assertThat(documents().due(DUE.plusSeconds(2), 10)).extracting("id").containsExactly("early", "late");
            assertThat(documents().due(DUE.plusSeconds(9), 2)).extracting("id").containsExactly("early", "late");
            assertThat(documents().due(DUE.minusMillis(1), 10)).isEmpty();
        }

        @Test
        void one_of_two_relays_claims_a_document() {
            insertWith("a", send("e1"));
            StoredDocument seen = stored("a");
            assertThat(documents().amend(THINGS, "a", seen.revision(), seen.pending(), DUE.plusSeconds(60)))
                    .isTrue();
            assertThat(documents().amend(THINGS, "a", seen.revision(), seen.pending(), DUE.plusSeconds(60)))
                    .isFalse();
            assertThat(documents().due(DUE.plusSeconds(59), 10)).isEmpty();
            assertThat(documents().due(DUE.plusSeconds(60), 10)).containsExactly(key("a"));
        }

        @Test
        void shows_what_is_parked_until_it_is_cleared() {
            insertWith("a", send("e1"));
            insertWith("b", send("e2"));
            PendingEffect parked = stored("a").pending().getFirst().failed("refused", 1);
            documents().amend(THINGS, "a", 1, List.of(parked), null);
            assertThat(documents().parked(10)).containsExactly(key("a"));
            assertThat(documents().due(DUE.plusSeconds(9), 10)).containsExactly(key("b"));
            documents().amend(THINGS, "a", 2, List.of(), null);
            assertThat(documents().parked(10)).isEmpty();
        }

        @Test
        void a_parked_effect_survives_a_replace_and_does_not_make_it_due() {
            insertWith("a", send("e1"));
            documents()
                    .amend(
                            THINGS,
                            "a",
                            1,
                            List.of(stored("a").pending().getFirst().failed("no", 1)),
                            null);
            replaced(draft("a", 2, "{}"), 2);
            assertThat(documents().parked(10)).containsExactly(key("a"));
            assertThat(stored("a").due()).isNull();
            replaced(with(draft("a", 3, "{}"), DUE, send("e2")), 3);
            assertThat(documents().due(DUE, 10)).containsExactly(key("a"));
        }
    }
}

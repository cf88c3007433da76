package dev.encargo.platform.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.platform.documents.DocumentKey;
import dev.encargo.platform.documents.Documents;
import dev.encargo.platform.documents.Draft;
import dev.encargo.platform.documents.IndexEntry;
import dev.encargo.platform.documents.StoredDocument;
import dev.encargo.platform.documents.Written;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What every store of documents keeps to, whatever it does with effects: insert, get, replace. Extend it with an
/// empty store a test.
public abstract class DocumentsContract {
    protected static final Instant DUE = Instant.parse("2026-11-24T10:00:00Z");
    protected static final String THINGS = "things";

    /// The store under test, empty before each test.
    protected abstract Documents documents();

    protected static Draft draft(String id, long version, String body, IndexEntry... index) {
        return new Draft(id, version, body, List.of(), DUE, List.of(index), "wri_" + id + "_" + version);
    }

    protected static Draft by(String writer, Draft draft) {
        return new Draft(
                draft.id(), draft.version(), draft.body(), draft.effects(), draft.due(), draft.index(), writer);
    }

    protected final StoredDocument stored(String id) {
        return documents().get(THINGS, id).orElseThrow();
    }

    protected final long inserted(Draft draft) {
        return revision(documents().insert(THINGS, draft));
    }

    protected final long replaced(Draft draft, long revision) {
        return revision(documents().replace(THINGS, draft, revision));
    }

    private static long revision(Written written) {
        assertThat(written).isInstanceOf(Written.Done.class);
        return ((Written.Done) written).revision();
    }

    @Nested
    class Inserting {
        @Test
        void keeps_what_was_given_at_revision_one() {
            assertThat(inserted(draft("a", 7, "{\"n\":1}"))).isEqualTo(1);
            assertThat(stored("a")).isEqualTo(new StoredDocument("a", 7, 1, "{\"n\":1}", List.of(), null, "wri_a_7"));
        }

        @Test
        void leaves_an_id_that_exists_as_it_is() {
            inserted(draft("a", 1, "{\"n\":1}"));
            assertThat(documents().insert(THINGS, draft("a", 1, "{\"n\":2}"))).isEqualTo(new Written.Conflict());
            assertThat(stored("a").body()).isEqualTo("{\"n\":1}");
            assertThat(stored("a").revision()).isEqualTo(1);
        }

        @Test
        void takes_the_same_id_in_another_collection() {
            inserted(draft("a", 1, "{\"n\":1}"));
            assertThat(documents().insert("others", draft("a", 1, "{\"n\":2}"))).isInstanceOf(Written.Done.class);
            assertThat(stored("a").body()).isEqualTo("{\"n\":1}");
        }

        @Test
        @DisplayName("F03: of many writers that insert one id at once, one succeeds and the others learn it")
        void has_one_winner() throws InterruptedException {
            ConcurrentLinkedQueue<Written> outcomes = new ConcurrentLinkedQueue<>();
            List<Thread> writers = java.util.stream.IntStream.range(0, 16)
                    .mapToObj(i -> Thread.ofVirtual()
                            .start(() -> outcomes.add(documents()
                                    .insert(THINGS, by("wri_" + i, draft("a", 1, "{\"n\":" + i + "}"))))))
                    .toList();
            for (Thread writer : writers) {
                writer.join();
            }
            assertThat(outcomes)
                    .hasSize(16)
                    .filteredOn(Written.Done.class::isInstance)
                    .hasSize(1);
            assertThat(stored("a").revision()).isEqualTo(1);
        }
    }

    @Nested
    class Getting {
        @Test
        void gives_nothing_for_an_unknown_id() {
            assertThat(documents().get(THINGS, "a")).isEmpty();
            inserted(draft("a", 1, "{}"));
            assertThat(documents().get("others", "a")).isEmpty();
        }

        @Test
        void sees_every_write_that_was_answered() {
            long revision = inserted(draft("a", 1, "{\"n\":1}"));
            for (int n = 2; n <= 20; n++) {
                revision = replaced(draft("a", n, "{\"n\":" + n + "}"), revision);
                assertThat(stored("a").body()).isEqualTo("{\"n\":" + n + "}");
            }
        }

        @Test
        void keeps_every_character() {
            String body = "{\"name\":\"Iñaki Ødegård 🛍️ 東京 \\\"quoted\\\" \\u0001\",\"rtl\":\"שלום\"}";
            inserted(draft("ord_ñ/東京#1", 1, body));
            assertThat(stored("ord_ñ/東京#1").body()).isEqualTo(body);
            assertThat(stored("ord_ñ/東京#1").id()).isEqualTo("ord_ñ/東京#1");
        }

        @Test
        void keeps_a_body_of_300_kilobytes() {
            String body = "{\"text\":\"" + "ñ".repeat(150_000) + "\"}";
            inserted(draft("a", 1, body));
            assertThat(stored("a").body()).isEqualTo(body);
        }

        @Test
        void tells_ids_apart_by_case_and_length() {
            inserted(draft("a", 1, "{\"n\":1}"));
            inserted(draft("A", 1, "{\"n\":2}"));
            inserted(draft("a ", 1, "{\"n\":3}"));
            assertThat(stored("a").body()).isEqualTo("{\"n\":1}");
            assertThat(stored("A").body()).isEqualTo("{\"n\":2}");
            assertThat(stored("a ").body()).isEqualTo("{\"n\":3}");
        }
    }

    @Nested
    class Replacing {
        @Test
        void raises_the_revision_by_one_and_takes_the_version_given() {
            inserted(draft("a", 1, "{\"n\":1}"));
            assertThat(replaced(draft("a", 5, "{\"n\":2}"), 1)).isEqualTo(2);
            assertThat(replaced(draft("a", 5, "{\"n\":3}"), 2)).isEqualTo(3);
            assertThat(stored("a")).isEqualTo(new StoredDocument("a", 5, 3, "{\"n\":3}", List.of(), null, "wri_a_5"));
        }

        @Test
        void refuses_a_revision_that_is_not_the_stored_one() {
            inserted(draft("a", 1, "{\"n\":1}"));
            replaced(draft("a", 2, "{\"n\":2}"), 1);
            for (long other : List.of(0L, 1L, 3L)) {
                assertThat(documents().replace(THINGS, draft("a", 3, "{\"n\":3}"), other))
                        .isEqualTo(new Written.Conflict());
            }
            assertThat(stored("a").body()).isEqualTo("{\"n\":2}");
            assertThat(stored("a").revision()).isEqualTo(2);
        }

        @Test
        void refuses_an_absent_document_and_does_not_make_it() {
            assertThat(documents().replace(THINGS, draft("a", 1, "{}"), 0)).isEqualTo(new Written.Conflict());
            assertThat(documents().replace(THINGS, draft("a", 1, "{}"), 1)).isEqualTo(new Written.Conflict());
            assertThat(documents().get(THINGS, "a")).isEmpty();
        }

        @Test
        void leaves_every_other_document_alone() {
            inserted(draft("a", 1, "{\"n\":1}"));
            inserted(draft("b", 1, "{\"n\":1}"));
            documents().insert("others", draft("a", 1, "{\"n\":1}"));
            replaced(draft("a", 2, "{\"n\":2}"), 1);
            assertThat(stored("b").revision()).isEqualTo(1);
            assertThat(documents().get("others", "a").orElseThrow().body()).isEqualTo("{\"n\":1}");
        }

        @Test
        @DisplayName("F08: of many writers at one revision, one succeeds")
        void has_one_winner_a_revision() throws InterruptedException {
            inserted(draft("a", 1, "{}"));
            ConcurrentLinkedQueue<Written> outcomes = new ConcurrentLinkedQueue<>();
            List<Thread> writers = java.util.stream.IntStream.range(0, 16)
                    .mapToObj(i -> Thread.ofVirtual()
                            .start(() -> outcomes.add(documents()
                                    .replace(THINGS, by("wri_" + i, draft("a", 2, "{\"n\":" + i + "}")), 1))))
                    .toList();
            for (Thread writer : writers) {
                writer.join();
            }
            assertThat(outcomes)
                    .hasSize(16)
                    .filteredOn(Written.Done.class::isInstance)
                    .hasSize(1);
            assertThat(stored("a").revision()).isEqualTo(2);
        }

        @Test
        void shows_after_a_conflict_who_wrote_what_is_stored() {
            inserted(draft("a", 1, "{}"));
            documents().replace(THINGS, by("wri_mine", draft("a", 2, "{}")), 1);
            assertThat(documents().replace(THINGS, by("wri_mine", draft("a", 2, "{}")), 1))
                    .isEqualTo(new Written.Conflict());
            assertThat(stored("a").writer()).isEqualTo("wri_mine");
        }
    }

    protected static DocumentKey key(String id) {
        return new DocumentKey(THINGS, id);
    }
}

package dev.encargo.platform.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.platform.documents.Documents;
import dev.encargo.platform.documents.Draft;
import dev.encargo.platform.documents.IndexEntry;
import dev.encargo.platform.documents.IndexQuery;
import dev.encargo.platform.documents.Page;
import dev.encargo.platform.documents.StoredDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What every store of documents keeps to when it is queried. An index may lag behind the writes: [#awaitIndexes]
/// waits until it does not.
public abstract class IndexesContract {
    private static final String THINGS = "things";
    private static final String BY_OWNER = "by-owner";
    private static final String BY_STATE = "by-state";

    /// The store under test, empty before each test.
    protected abstract Documents documents();

    /// Waits until every index shows every write so far.
    protected abstract void awaitIndexes();

    @BeforeEach
    void fill() {
        for (int n = 1; n <= 7; n++) {
            put(n, "ana", "open");
        }
        documents().insert("others", draft(9, 1, entry(BY_OWNER, "ana", 0)));
        documents().insert(THINGS, draft(8, 1, entry(BY_OWNER, "anabel", 1)));
        awaitIndexes();
    }

    private void put(int n, String owner, String state) {
        documents().insert(THINGS, draft(n, 1, entry(BY_OWNER, owner, n), entry(BY_STATE, state, n)));
    }

    private static Draft draft(int n, long version, IndexEntry... entries) {
        String id = "t" + n;
        return new Draft(
                id, version, "{\"n\":" + n + "}", List.of(), Instant.EPOCH, List.of(entries), "wri_" + n + version);
    }

    /// Two documents share each moment, so that only the id at the end of the sort key tells them apart.
    private static IndexEntry entry(String index, String partition, int n) {
        return new IndexEntry(index, partition, sort(n));
    }

    private static String sort(int n) {
        return "2026-11-2" + n / 2 + "#t" + n;
    }

    private Page query(
            String partition, @Nullable String from, @Nullable String to, @Nullable String after, boolean down, int n) {
        return documents().query(THINGS, new IndexQuery(BY_OWNER, partition, from, to, after, down, n));
    }

    private static List<String> ids(Page page) {
        return page.documents().stream().map(StoredDocument::id).toList();
    }

    @Test
    void finds_one_partition_of_one_index_of_one_collection_in_the_order_of_its_sort_keys() {
        Page page = query("ana", null, null, null, false, 100);
        assertThat(ids(page)).containsExactly("t1", "t2", "t3", "t4", "t5", "t6", "t7");
        assertThat(page.next()).isNull();
        assertThat(page.documents().getFirst())
                .isEqualTo(documents().get(THINGS, "t1").orElseThrow());
    }

    @Test
    void finds_nothing_in_a_partition_that_is_empty() {
        assertThat(query("nobody", null, null, null, false, 10)).isEqualTo(new Page(List.of(), null));
        assertThat(documents().query("unheard", new IndexQuery(BY_OWNER, "ana", null, null, null, false, 10)))
                .isEqualTo(new Page(List.of(), null));
    }

    @Nested
    class Paging {
        @Test
        void gives_everything_once_in_pages_of_any_size_up_and_down() {
            for (int size = 1; size <= 8; size++) {
                assertThat(pages(false, size)).containsExactly("t1", "t2", "t3", "t4", "t5", "t6", "t7");
                assertThat(pages(true, size)).containsExactly("t7", "t6", "t5", "t4", "t3", "t2", "t1");
            }
        }

        private List<String> pages(boolean down, int size) {
            List<String> all = new ArrayList<>();
            @Nullable String after = null;
            do {
                Page page = query("ana", null, null, after, down, size);
                assertThat(page.documents().size()).isBetween(1, size);
                all.addAll(ids(page));
                after = page.next();
            } while (after != null);
            return all;
        }

        @Test
        void says_that_a_full_last_page_is_the_last() {
            assertThat(query("ana", null, null, null, false, 7).next()).isNull();
            assertThat(query("ana", null, null, null, false, 6).next()).isEqualTo(sort(6));
        }

        @Test
        void skips_and_repeats_nothing_when_documents_come_and_go_between_pages() {
            Page first = query("ana", null, null, null, false, 3);
            documents().insert(THINGS, draft(0, 1, entry(BY_OWNER, "ana", 0)));
            documents().replace(THINGS, draft(2, 2), 1);
            awaitIndexes();
            Page second = query("ana", null, null, first.next(), false, 10);
            assertThat(ids(first)).containsExactly("t1", "t2", "t3");
            assertThat(ids(second)).containsExactly("t4", "t5", "t6", "t7");
        }
    }

    @Nested
    class Bounds {
        @Test
        void take_the_lower_and_leave_the_upper() {
            assertThat(ids(query("ana", sort(2), sort(5), null, false, 10))).containsExactly("t2", "t3", "t4");
            assertThat(ids(query("ana", "2026-11-22", "2026-11-23", null, false, 10)))
                    .containsExactly("t4", "t5");
        }

        @Test
        void hold_downwards_and_with_a_cursor() {
            assertThat(ids(query("ana", sort(2), sort(6), sort(5), true, 10))).containsExactly("t4", "t3", "t2");
            assertThat(ids(query("ana", sort(2), sort(6), sort(3), false, 1))).containsExactly("t4");
        }

        @Test
        void may_leave_nothing() {
            assertThat(query("ana", sort(5), sort(5), null, false, 10).documents())
                    .isEmpty();
        }
    }

    @Nested
    class Moving {
        @Test
        void a_replaced_document_is_found_where_its_entries_say_now_and_nowhere_else() {
            documents().replace(THINGS, draft(3, 2, entry(BY_OWNER, "bea", 3), entry(BY_STATE, "open", 3)), 1);
            awaitIndexes();
            assertThat(ids(query("ana", null, null, null, false, 10)))
                    .doesNotContain("t3")
                    .hasSize(6);
            assertThat(ids(query("bea", null, null, null, false, 10))).containsExactly("t3");
            assertThat(query("bea", null, null, null, false, 10)
                            .documents()
                            .getFirst()
                            .version())
                    .isEqualTo(2);
        }

        @Test
        void a_document_without_an_entry_is_not_in_the_index() {
            documents().replace(THINGS, draft(3, 2, entry(BY_OWNER, "ana", 3)), 1);
            awaitIndexes();
            Page open = documents().query(THINGS, new IndexQuery(BY_STATE, "open", null, null, null, false, 10));
            assertThat(ids(open)).containsExactly("t1", "t2", "t4", "t5", "t6", "t7");
            assertThat(ids(query("ana", null, null, null, false, 10))).contains("t3");
        }

        @Test
        void sort_keys_are_compared_by_their_characters() {
            for (String sort : List.of("b", "a", "ñ", "B", "10", "9")) {
                documents().insert(THINGS, keyed(sort));
            }
            awaitIndexes();
            assertThat(ids(query("chars", null, null, null, false, 10)))
                    .containsExactly("k10", "k9", "kB", "ka", "kb", "kñ");
        }

        private Draft keyed(String sort) {
            IndexEntry entry = new IndexEntry(BY_OWNER, "chars", sort);
            return new Draft("k" + sort, 1, "{}", List.of(), Instant.EPOCH, List.of(entry), "wri_" + sort);
        }
    }
}

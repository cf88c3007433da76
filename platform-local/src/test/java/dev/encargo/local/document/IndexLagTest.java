package dev.encargo.local.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.platform.documents.DocumentKey;
import dev.encargo.platform.documents.IndexEntry;
import dev.encargo.platform.documents.IndexQuery;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexLagTest {
    private static final DocumentKey KEY = new DocumentKey("things", "t1");
    private static final IndexQuery OPEN = new IndexQuery("by-state", "open", null, null, null, false, 10);

    private long now = Long.MAX_VALUE - 1_000_000;
    private final IndexLag lag = new IndexLag(1, () -> now);

    private static List<IndexEntry> at(String state) {
        return List.of(new IndexEntry("by-state", state, "1#t1"));
    }

    private void pass(long millis) {
        now += Duration.ofMillis(millis).toNanos();
    }

    @Test
    void a_moved_document_is_found_where_it_was_for_at_most_300_milliseconds() {
        lag.wrote(KEY, at("open"));
        pass(1);
        assertThat(lag.behind("things")).containsExactly("t1");
        assertThat(lag.ghosts("things", OPEN)).containsExactly(new IndexLag.Ghost("t1", "1#t1"));
        assertThat(lag.ghosts("others", OPEN)).isEmpty();
        pass(300);
        assertThat(lag.behind("things")).isEmpty();
        assertThat(lag.ghosts("things", OPEN)).isEmpty();
        assertThat(lag.caughtUp()).isTrue();
    }

    @Test
    void a_new_document_is_found_nowhere_at_first() {
        lag.wrote(KEY, List.of());
        pass(1);
        assertThat(lag.behind("things")).containsExactly("t1");
        assertThat(lag.ghosts("things", OPEN)).isEmpty();
    }

    @Test
    void writes_of_one_document_show_in_their_order() {
        for (int n = 0; n < 50; n++) {
            lag.wrote(KEY, at("state" + n));
        }
        int last = -1;
        for (int step = 0; step < 301 && !lag.caughtUp(); step++) {
            int seen = stateSeen();
            assertThat(seen).isGreaterThanOrEqualTo(last);
            last = seen;
            pass(1);
        }
        pass(1);
        assertThat(lag.caughtUp()).isTrue();
    }

    private int stateSeen() {
        for (int n = 0; n < 50; n++) {
            IndexQuery query = new IndexQuery("by-state", "state" + n, null, null, null, false, 10);
            if (!lag.ghosts("things", query).isEmpty()) {
                return n;
            }
        }
        return 50;
    }

    @Test
    void the_same_seed_lags_the_same() {
        IndexLag other = new IndexLag(1, () -> now);
        for (int n = 0; n < 20; n++) {
            DocumentKey key = new DocumentKey("things", "t" + n);
            lag.wrote(key, List.of());
            other.wrote(key, List.of());
        }
        for (int step = 0; step < 31; step++) {
            assertThat(lag.behind("things")).isEqualTo(other.behind("things"));
            pass(10);
        }
    }
}

package dev.encargo.local.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.local.clock.HostClock;
import dev.encargo.local.store.Change;
import dev.encargo.local.store.Database;
import dev.encargo.local.store.StoreFailed;
import dev.encargo.local.store.Tx;
import dev.encargo.platform.conformance.DocumentsContract;
import dev.encargo.platform.conformance.IndexesContract;
import dev.encargo.platform.conformance.StoredEffectsContract;
import dev.encargo.platform.documents.Documents;
import dev.encargo.platform.documents.Draft;
import dev.encargo.platform.documents.Written;
import dev.encargo.platform.effects.Effect;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDocumentsTest {
    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("encargo.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Documents documents(Consequences consequences, boolean relayed, @Nullable IndexLag lag) {
        HostClock clock = new HostClock(Duration.ZERO);
        return new LocalDocuments(
                database,
                clock,
                new DocumentIndexes(database, lag),
                new RecentDocuments(),
                consequences,
                relayed,
                true);
    }

    @Nested
    class StoringEffects extends StoredEffectsContract {
        private Documents documents;

        @BeforeEach
        void make() {
            documents = LocalDocumentsTest.this.documents(_ -> Change.NOTHING, true, null);
        }

        @Override
        protected Documents documents() {
            return documents;
        }
    }

    @Nested
    class PerformingWithin extends DocumentsContract {
        private Documents documents;

        @BeforeEach
        void make() {
            documents = LocalDocumentsTest.this.documents(effects -> tx -> mark(tx, effects), false, null);
        }

        private static void mark(Tx tx, List<Effect> effects) throws SQLException {
            for (Effect effect : effects) {
                tx.update("INSERT INTO marks (name, value) VALUES (?, 'performed')", effect.id());
            }
        }

        private List<String> performed() {
            return database.list("SELECT name FROM marks ORDER BY name", row -> row.getString(1));
        }

        private static Draft with(String id, String... effects) {
            Draft plain = draft(id, 1, "{}");
            List<Effect> sends = Arrays.stream(effects)
                    .<Effect>map(effect -> new Effect.Send(effect, "queue", "{}"))
                    .toList();
            return new Draft(id, 1, "{}", sends, DUE, plain.index(), plain.writer());
        }

        @Override
        protected Documents documents() {
            return documents;
        }

        @Test
        void writes_what_effects_do_with_the_document_and_leaves_nothing_pending() {
            assertThat(documents.insert(THINGS, with("a", "e1", "e2"))).isEqualTo(new Written.Done(1, true));
            assertThat(performed()).containsExactly("e1", "e2");
            assertThat(stored("a").pending()).isEmpty();
            assertThat(documents.due(DUE.plusSeconds(99), 9)).isEmpty();
        }

        @Test
        void a_conflict_performs_nothing() {
            documents.insert(THINGS, with("a", "e1"));
            documents.insert(THINGS, with("a", "e2"));
            documents.replace(THINGS, with("a", "e3"), 7);
            assertThat(performed()).containsExactly("e1");
        }

        @Test
        void a_consequence_that_cannot_be_written_leaves_no_document() {
            documents.insert(THINGS, with("a", "e1"));
            assertThatThrownBy(() -> documents.insert(THINGS, with("b", "e1"))).isInstanceOf(StoreFailed.class);
            assertThat(documents.get(THINGS, "b")).isEmpty();
        }
    }

    @Nested
    class Indexes extends IndexesContract {
        private @Nullable Documents documents;

        @Override
        protected Documents documents() {
            if (documents == null) {
                documents = LocalDocumentsTest.this.documents(_ -> Change.NOTHING, false, null);
            }
            return documents;
        }

        @Override
        protected void awaitIndexes() {
            // they do not lag
        }
    }

    @Nested
    class LaggingIndexes extends IndexesContract {
        private long now;
        private @Nullable Documents documents;

        @Override
        protected Documents documents() {
            if (documents == null) {
                documents = LocalDocumentsTest.this.documents(_ -> Change.NOTHING, false, new IndexLag(7, () -> now));
            }
            return documents;
        }

        @Override
        protected void awaitIndexes() {
            now += Duration.ofMillis(301).toNanos();
        }
    }
}

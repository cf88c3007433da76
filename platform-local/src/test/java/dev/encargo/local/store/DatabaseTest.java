package dev.encargo.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DatabaseTest {
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

    private static int mark(Tx tx, String name) throws SQLException {
        return tx.update("INSERT INTO marks (name, value) VALUES (?, '')", name);
    }

    @Test
    void a_unit_that_throws_is_undone_and_told_to_its_caller_and_the_next_one_is_written() {
        assertThatThrownBy(() -> database.write(tx -> {
                    mark(tx, "half");
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        int written = database.write(tx -> mark(tx, "whole"));
        assertThat(written).isEqualTo(1);
        assertThat(database.list("SELECT name FROM marks", row -> row.getString(1)))
                .containsExactly("whole");
    }

    @Test
    void an_error_of_the_machine_in_one_unit_does_not_end_the_writing_for_all() {
        assertThatThrownBy(() -> database.write(tx -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StoreFailed.class)
                .hasRootCauseInstanceOf(StackOverflowError.class);
        int written = database.write(tx -> mark(tx, "whole"));
        assertThat(written).isEqualTo(1);
    }

    @Test
    void what_is_lazy_is_on_disk_when_the_database_is_closed() {
        database.lazily(tx -> mark(tx, "lazy"));
        database.close();
        database = Database.open(folder.resolve("encargo.db"));
        assertThat(database.list("SELECT name FROM marks", row -> row.getString(1)))
                .containsExactly("lazy");
    }

    @Test
    void only_its_owner_reads_it_and_what_is_kept_beside_it() throws Exception {
        int written = database.write(tx -> mark(tx, "whole"));
        assertThat(written).isEqualTo(1);
        for (String name : new String[] {"encargo.db", "encargo.db-wal", "encargo.db-shm"}) {
            assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
                    .as(name)
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void what_is_no_database_is_told_from_a_write_that_failed() throws Exception {
        Path damaged = Files.writeString(folder.resolve("damaged.db"), "x".repeat(9_000));
        assertThatThrownBy(() -> Database.open(damaged)).isInstanceOf(StoreUnusable.class);
        assertThatThrownBy(() -> ReadOnly.open(damaged)).isInstanceOf(StoreUnusable.class);
    }
}

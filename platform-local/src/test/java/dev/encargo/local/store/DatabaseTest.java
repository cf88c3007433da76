package dev.encargo.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
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
}

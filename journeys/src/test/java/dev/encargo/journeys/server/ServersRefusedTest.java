package dev.encargo.journeys.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.local.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a store that cannot be used")
class ServersRefusedTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void a_shell_is_opened() {
        shell = new Shell(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mongodb://a:secret@127.0.0.1:1", "dynamodb:http://127.0.0.1:1"})
    void keeps_a_host_from_starting_where_nobody_answers(String store) {
        Shell.Ended refused = shell.run("up", "--store", store, "--port", "auto");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err().lines()).hasSize(3);
        assertThat(refused.err()).contains("127.0.0.1:1", "Connection refused").doesNotContain("secret");
        assertThat(shell.data()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cassandra://x", "mongodb://", "dynamodb:foo", "dynamodb:http://127.0.0.1:1/a/b"})
    void is_refused_by_its_address_and_nothing_is_left_behind(String store) {
        Shell.Ended refused = shell.run("up", "--store", store, "--port", "auto");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err().lines()).hasSize(3);
        assertThat(shell.data()).doesNotExist();
    }

    @Test
    void is_none_for_a_data_folder_whose_documents_are_in_its_own_file() throws Exception {
        Files.createDirectories(shell.data());
        try (Database own = Database.open(shell.data().resolve("encargo.db"))) {
            own.write(tx -> tx.update("INSERT INTO documents (collection, id, version, revision, body, writer, written)"
                    + " VALUES ('orders', 'ord_1', 1, 1, '{}', 'wri_1', 0)"));
        }
        Shell.Ended refused = shell.run("up", "--store", "mongodb://127.0.0.1:1");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err().lines()).hasSize(3);
        assertThat(refused.err()).contains("in its own file");
        assertThat(shell.data().resolve("store.json")).doesNotExist();
    }

    @Test
    void cannot_have_effects_within_the_write() {
        Shell.Ended refused = shell.run("up", "--store", "mongodb://127.0.0.1:1", "--effects", "within");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("--effects relay");
    }
}

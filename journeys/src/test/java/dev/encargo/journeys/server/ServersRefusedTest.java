package dev.encargo.journeys.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
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
}

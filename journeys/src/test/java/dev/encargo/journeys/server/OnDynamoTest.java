package dev.encargo.journeys.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.deployment.emulator.Moto;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("a host whose documents are on DynamoDB")
class OnDynamoTest {
    private static final Path ROOT =
            Path.of(System.getProperty("encargo.root", "..")).toAbsolutePath().normalize();
    private static final URI NO_FUNCTIONS = URI.create("http://127.0.0.1:1");

    private static Moto moto;

    @TempDir
    private Path folder;

    @BeforeAll
    static void moto_is_started() throws Exception {
        moto = Moto.start(ROOT, ROOT.resolve("journeys/target/emulator"), NO_FUNCTIONS);
    }

    @AfterAll
    static void moto_is_stopped() throws Exception {
        moto.close();
    }

    @Test
    void has_orders_that_are_paid_and_undone_running_and_stopped() throws Exception {
        Shell shell = new Shell(folder);
        shell.up("--store", "dynamodb:" + moto.address());
        String canceled = shell.placed();
        assertThat(shell.run("order", "cancel", canceled, "--watch").exitCode()).isZero();
        assertThat(shell.run("check").out()).contains("CANCELED 1", "Refunded   €53.00", "I1 to I12 hold");
        shell.run("down");
        assertThat(shell.run("check").out()).contains("CANCELED 1", "I1 to I12 hold");
    }

    @Test
    void has_its_indexes_with_its_table_and_needs_no_command_for_them() {
        Shell.Ended refused = Shell.anywhere("indexes", "--store", "dynamodb:" + moto.address());
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("by the template");
    }
}

package dev.encargo.journeys.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.encargo.cli.running.StoreAddress;
import dev.encargo.platform.documents.Draft;
import dev.encargo.platform.documents.KeptDocuments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One host from its first start to a fresh one: each inner class goes on where the outer one ended.
@DisplayName("a host whose documents are on MongoDB")
class OnMongoTest {
    @TempDir
    private static Path folder;

    private static MongoServer mongo;
    private static Cable cable;
    private static Shell shell;
    private static String store;
    private static String canceled;

    @BeforeAll
    static void an_order_is_placed_and_canceled() throws Exception {
        mongo = new MongoServer(new MemoryBackend());
        mongo.bind();
        cable = new Cable(mongo.getLocalAddress());
        store = "mongodb://127.0.0.1:" + cable.port() + "/shop";
        shell = new Shell(folder);
        shell.up("--store", store);
        canceled = shell.placed();
        assertThat(shell.run("order", "cancel", canceled, "--watch").exitCode()).isZero();
    }

    @AfterAll
    static void everything_is_stopped() throws Exception {
        shell.run("down");
        cable.close();
        mongo.shutdownNow();
    }

    @Test
    void has_orders_that_are_paid_and_undone_and_nothing_is_lost_or_doubled() throws Exception {
        assertThat(shell.run("check").out()).contains("CANCELED 1", "Refunded   €53.00", "I1 to I12 hold");
        assertThat(shell.run("status", "--json").json().path("orders").asInt()).isEqualTo(1);
    }

    @Test
    void shares_them_with_no_other_data_folder() {
        Path other = folder.resolve("other");
        Shell.Ended refused = Shell.anywhere("up", "--store", store, "--data", other.toString(), "--port", "auto");
        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(refused.err()).contains("belong to another data folder");
        assertThat(other.resolve("store.json")).doesNotExist();
    }

    @Test
    void takes_no_documents_that_are_without_an_owner_as_those_of_functions_on_AWS_are() {
        String foreign = mongo.getConnectionString() + "/deployed";
        try (KeptDocuments kept = new StoreAddress(foreign).open("unnamed")) {
            kept.documents()
                    .insert("orders", new Draft("ord_1", 1, "{}", List.of(), Instant.EPOCH, List.of(), "wri_1"));
        }
        Path other = folder.resolve("another");
        Shell.Ended refused = Shell.anywhere("up", "--store", foreign, "--data", other.toString(), "--port", "auto");
        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(refused.err()).contains("or to functions on AWS");
    }

    @Nested
    class stopped {

        @BeforeAll
        static void it_is_stopped() {
            assertThat(shell.run("down").exitCode()).isZero();
        }

        @Test
        void is_read_by_commands_all_the_same() {
            assertThat(shell.run("check").out()).contains("CANCELED 1", "I1 to I12 hold");
        }

        @Test
        void says_where_its_documents_are_to_its_owner_alone() throws Exception {
            Path remembered = shell.data().resolve("store.json");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(remembered)))
                    .isEqualTo("rw-------");
        }

        @Test
        void is_not_started_without_its_store() {
            refusesToLookElsewhere(shell.run("up"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"mongodb://someone:secret@127.0.0.1:1", "dynamodb:http://127.0.0.1:1"})
        void is_not_started_with_another(String another) {
            refusesToLookElsewhere(shell.run("up", "--store", another));
        }

        private static void refusesToLookElsewhere(Shell.Ended refused) {
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.err().lines()).hasSize(3);
            assertThat(refused.err())
                    .contains("on " + store, "up --store " + store)
                    .doesNotContain("secret");
        }

        @Test
        void is_not_read_while_the_server_is_away() {
            cable.cut();
            try {
                Shell.Ended refused = shell.run("check");
                assertThat(refused.exitCode()).isEqualTo(3);
                assertThat(refused.err().lines()).hasSize(4);
                assertThat(refused.err()).contains("The store " + store, "See that it runs there");
            } finally {
                cable.mend();
            }
        }

        @Nested
        class and_started_again {

            @BeforeAll
            static void it_is_started_again() throws Exception {
                shell.up("--store", store);
            }

            @Test
            void goes_on_with_what_it_had() throws Exception {
                shell.placed();
                assertThat(shell.run("check").out()).contains("CANCELED 1", "PAID 1", "I1 to I12 hold");
                String end = canceled.substring(canceled.length() - 8);
                assertThat(shell.run("order", "show", end).out()).contains(canceled, "CANCELED");
            }

            @Nested
            class and_told_to_be_fresh {

                @BeforeAll
                static void it_is_stopped_and_started_fresh() throws Exception {
                    shell.run("down");
                    shell.up("--store", store, "--fresh");
                }

                @Test
                void has_no_orders() throws Exception {
                    assertThat(shell.run("status", "--json")
                                    .json()
                                    .path("orders")
                                    .asInt(-1))
                            .isZero();
                }
            }
        }
    }

    @Test
    void has_the_indexes_that_stores_declare_and_an_operator_makes_the_same_ones_by_a_command() {
        String operated = mongo.getConnectionString() + "/operated";
        assertThat(Shell.anywhere("indexes", "--store", operated).exitCode()).isZero();
        assertThat(indexes("operated"))
                .contains("relay-due", "relay-parked", "by-customer")
                .isEqualTo(indexes("shop"));
        assertThat(Shell.anywhere("indexes", "--store", operated).exitCode())
                .as("once more")
                .isZero();
    }

    private static List<String> indexes(String database) {
        List<String> names = new ArrayList<>();
        try (MongoClient client = MongoClients.create(mongo.getConnectionString())) {
            client.getDatabase(database)
                    .getCollection("documents")
                    .listIndexes()
                    .forEach(index -> names.add(index.getString("name")));
        }
        return names.stream().sorted().toList();
    }
}

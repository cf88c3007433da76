package dev.encargo.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildingTest {
    private static final Pattern RESOURCES = Pattern.compile("<resource><directory>([^<]+)</directory>");

    @TempDir
    Path folder;

    Checkout checkout;

    @BeforeEach
    void check_out() throws IOException {
        checkout = new Checkout(folder)
                .maven("mkdir -p cli/target; : > cli/target/encargo-cli-1.jar; " + ": > cli/target/classpath.txt");
    }

    @Test
    void what_has_not_changed_is_built_once() throws Exception {
        checkout.file("orders/src/main/java/Order.java", "").file("analytics/sql/tables.sql", "");
        assertThat(checkout.run("status").said()).contains("Building Encargo").endsWith("started\n");
        assertThat(checkout.run("status").said()).isEqualTo("started\n");
    }

    @Test
    void a_lock_that_nobody_holds_is_taken_away() throws Exception {
        checkout.file("orders/src/main/java/Order.java", "").folder("cli/target/encargo.lock");
        assertThat(checkout.run("status").said()).endsWith("started\n");
    }

    @Test
    void what_is_built_is_told_in_the_language_asked_for_wherever_that_stands() throws Exception {
        checkout.file("orders/src/main/java/Order.java", "");
        assertThat(checkout.run("--lang", "es", "status").said()).contains("Compilando Encargo");
        assertThat(checkout.run("--lang=es", "test", "--fast").said()).contains("no conoce --fast");
        assertThat(checkout.run("test", "--fast", "--lang", "en").said()).contains("does not know --fast");
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders/pom.xml", "orders/src/main/java/Order.java"})
    @MethodSource("resources")
    void whatever_ends_up_in_the_jars_is_built_again_when_it_changes(String path) throws Exception {
        checkout.file(path, "").run("status");
        assertThat(checkout.change(path).run("status").said()).contains("sources have changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"infrastructure/template.yaml", "orders/src/test/java/OrderTest.java"})
    void what_does_not_end_up_in_them_is_not(String path) throws Exception {
        checkout.file(path, "").run("status");
        assertThat(checkout.change(path).run("status").said()).isEqualTo("started\n");
    }

    @Nested
    class what_keeps_documents_on_servers {

        @BeforeEach
        void it_can_be_built() throws IOException {
            checkout.maven("mkdir -p cli/target platform-aws/target; : > cli/target/encargo-cli-1.jar; "
                            + ": > cli/target/classpath.txt; : > platform-aws/target/encargo-platform-aws-1.jar; "
                            + "echo sdk.jar > platform-aws/target/classpath.txt")
                    .file("orders/src/main/java/Order.java", "");
        }

        @Test
        void is_built_only_where_a_store_is_named() throws Exception {
            assertThat(checkout.run("up").said()).doesNotContain("documents on servers");
            assertThat(checkout.text("cli/target/servers.classpath")).isEmpty();
            assertThat(checkout.run("up", "--store", "mongodb://there").said()).contains("documents on servers");
            assertThat(checkout.text("cli/target/servers.classpath"))
                    .hasValueSatisfying(
                            path -> assertThat(path).matches("/.*/encargo-platform-aws-1\\.jar:sdk\\.jar\n"));
            assertThat(checkout.run("up", "--store=mongodb://there").said()).isEqualTo("started\n");
        }

        @ParameterizedTest
        @CsvSource({".encargo, ''", "of mine, --data=of mine"})
        void is_built_where_a_data_folder_has_one(String folder, String option) throws Exception {
            checkout.file(folder + "/store.json", "{}");
            String[] command = option.isEmpty() ? new String[] {"check"} : new String[] {"check", option};
            assertThat(checkout.run(command).said()).contains("documents on servers");
            assertThat(checkout.run("check", "--data", "elsewhere").said()).isEqualTo("started\n");
        }

        @Test
        void is_built_again_when_sources_change() throws Exception {
            checkout.run("up", "--store", "mongodb://there");
            checkout.change("orders/src/main/java/Order.java");
            assertThat(checkout.run("up", "--store", "mongodb://there").said()).contains("documents on servers");
        }
    }

    /// A file in each folder that a module's pom packs.
    static List<String> resources() throws IOException {
        List<String> files = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Checkout.REAL)) {
            modules.filter(module -> Files.exists(module.resolve("pom.xml")))
                    .forEach(module -> RESOURCES
                            .matcher(read(module.resolve("pom.xml")))
                            .results()
                            .map(found -> found.group(1))
                            .forEach(packed -> files.add(module.getFileName() + "/" + packed + "/file")));
        }
        assertThat(files).contains("analytics/sql/file");
        return files;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}

package dev.encargo.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.encargo.cli.Encargo;
import dev.encargo.cli.Version;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("what a start says, and leaves behind")
class StartingTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void all_of_it_in_English() throws Exception {
        assertThat(started("en", "Stop:")).isEqualTo("""

                  Encargo VERSION   local · no AWS account, no Docker, nothing leaves this machine

                  API:       http://127.0.0.1:N
                  Payments:  http://127.0.0.1:N   Warehouse: http://127.0.0.1:N
                  Data:      .encargo  (empty)

                  ✓ N functions  ✓ N workflows  ✓ N rules  ✓ N queues   ready in TIME s

                  Try:       encargo order create --sample --watch
                  Stop:      Ctrl-C      Logs: .encargo/logs/encargo.log      Help: encargo --help
                """);
    }

    @Test
    void all_of_it_in_Spanish() throws Exception {
        assertThat(started("es", "Parar:")).isEqualTo("""

                  Encargo VERSION   local · sin cuenta de AWS, sin Docker, nada sale de esta máquina

                  API:     http://127.0.0.1:N
                  Pagos:   http://127.0.0.1:N   Almacén: http://127.0.0.1:N
                  Datos:   .encargo  (vacía)

                  ✓ N funciones  ✓ N flujos  ✓ N reglas  ✓ N colas   listo en TIME s

                  Pruebe:  encargo order create --sample --watch
                  Parar:   Ctrl-C      Registro: .encargo/logs/encargo.log      Ayuda: encargo --help
                """);
    }

    @Test
    void a_folder_of_before_is_its_owners_alone_from_the_next_start_on() throws Exception {
        String[] files = {"lock", "receives", "encargo.db", "providers.db", "secrets.json", "host.json"};
        String[] folders = {"logs", "buckets"};
        Encargo.run(folder, "up", "--detach", "--port", "auto", "--data", "my data");
        Encargo.run(folder, "down", "--data", "my data");
        for (String file : files) {
            Path old = folder.resolve("my data").resolve(file);
            if (!Files.exists(old)) {
                Files.createFile(old);
            }
            Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-r--r--"));
        }
        for (String each : folders) {
            Files.setPosixFilePermissions(
                    folder.resolve("my data").resolve(each), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Encargo.run(folder, "up", "--detach", "--port", "auto", "--data", "my data");
        try {
            assertThat(rights(files)).containsOnly("rw-------");
            assertThat(rights(folders)).containsOnly("rwx------");
        } finally {
            Encargo.run(folder, "down", "--data", "my data");
        }
    }

    @Test
    void one_that_runs_already_says_the_same_and_one_in_the_background_how_long_it_took() throws Exception {
        JsonNode ready =
                JSON.readTree(Encargo.run(folder, "up", "--detach", "--port", "0", "--data", "my data", "--json")
                        .out());
        try {
            assertThat(ready.path("ms").asLong()).isPositive();
            assertThat(URI.create(ready.path("api").asText()).getPort()).isPositive();
            assertThat(rights("encargo.db", "providers.db", "encargo.db-wal", "providers.db-wal", "host.json"))
                    .containsOnly("rw-------");
            Encargo.Ended again = Encargo.run(folder, "up", "--data", "my data");
            assertThat(again.exitCode()).isZero();
            assertThat(same(again.out()).lines())
                    .containsExactly(
                            "  Encargo is already running here (pid N, TIME).",
                            "  API:       http://127.0.0.1:N",
                            "  Payments:  http://127.0.0.1:N   Warehouse: http://127.0.0.1:N",
                            "  Data:      my data  (empty)",
                            "",
                            "  ✓ N functions  ✓ N workflows  ✓ N rules  ✓ N queues",
                            "",
                            "  Try:       encargo order create --sample --watch --data 'my data'",
                            "  Stop:      encargo down --data 'my data'      Logs: my data/logs/encargo.log"
                                    + "      Help: encargo --help");
            assertThat(Encargo.run(folder, "clock", "--data", "my data", "--lang", "es")
                            .out())
                    .startsWith("  El reloj del servidor marca 20");
            assertThat(Encargo.run(folder, "up", "--fresh", "--data", "my data").err())
                    .contains("Use:  encargo down --data 'my data'      then      encargo up --fresh --data 'my data'");
        } finally {
            Encargo.run(folder, "down", "--data", "my data");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--detach"})
    void a_port_in_use_leaves_nothing_behind(String how) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(taken.getLocalPort());
            Encargo.Ended ended = Encargo.run(folder, words("up --data new/data --port " + port + " " + how));
            assertThat(ended.exitCode()).isEqualTo(4);
            assertThat(ended.err().lines()).hasSize(3);
            assertThat(ended.err()).contains("    Use:  encargo up --data new/data --port ");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void a_port_in_use_keeps_what_a_fresh_start_would_delete() throws Exception {
        Path kept =
                Files.writeString(Files.createDirectory(folder.resolve("data")).resolve("encargo.db"), "orders");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(Encargo.run(folder, words("up --fresh --data data --port " + port))
                            .exitCode())
                    .isEqualTo(4);
            assertThat(kept).content().isEqualTo("orders");
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "AWS::Nope, `{}`, t.yaml:2: AWS::Nope is not supported.",
                "AWS::Serverless::Function, `{Handler: no.Such::handle}`, t.yaml:2: The handler of A does not exist.",
                "AWS::SQS::Queue, `{}`, t.yaml:1: The template has 0 REST APIs."
            })
    void a_template_that_cannot_be_run_keeps_what_a_fresh_start_would_delete(
            String type, String properties, String what) throws Exception {
        Path kept =
                Files.writeString(Files.createDirectory(folder.resolve("data")).resolve("encargo.db"), "orders");
        Files.writeString(
                folder.resolve("t.yaml"), "Resources:\n  A: {Type: %s, Properties: %s}".formatted(type, properties));
        Encargo.Ended ended = Encargo.run(folder, words("up --fresh --data data --port auto --template t.yaml"));
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err()).contains("  ✕ " + what + "\n");
        assertThat(kept).content().isEqualTo("orders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--detach"})
    void each_thing_that_keeps_a_template_from_being_run_is_three_lines_in_the_language_asked_for(String how)
            throws Exception {
        Files.writeString(folder.resolve("t.yaml"), """
                Resources:
                  A: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: long}}
                  B: {Type: AWS::Nope}
                """);
        Encargo.Ended ended =
                Encargo.run(folder, words("up --data new/data --port auto --template t.yaml --lang es " + how));
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err().lines())
                .containsExactly(
                        "  ✕ t.yaml:2: VisibilityTimeout de A no puede ser long.",
                        "    Es un número entero de 0 a 43200.",
                        "    Corríjalo aquí.",
                        "  ✕ t.yaml:3: AWS::Nope no se admite.",
                        "    Sin ello la aplicación se comportaría de otro modo que en AWS.",
                        "    Quite B, o dele una Condition que no se cumpla en un portátil.");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "file, 'file is a file, not a folder.'",
        "file/below, file/below cannot be used.",
        "/proc/data, /proc/data cannot be used.",
        "damaged, damaged/encargo.db cannot be used.",
        "lockless, lockless/lock cannot be used.",
        "bookless, bookless/providers.db cannot be used."
    })
    void a_folder_that_cannot_be_written_is_refused_in_three_lines(String data, String what) throws Exception {
        Files.writeString(folder.resolve("file"), "");
        Files.writeString(Files.createDirectory(folder.resolve("damaged")).resolve("encargo.db"), "x".repeat(9_000));
        Files.createDirectories(folder.resolve("lockless/lock"));
        Files.createDirectories(folder.resolve("bookless/providers.db"));
        Encargo.Ended ended = Encargo.run(folder, "up", "--port", "auto", "--data", data);
        assertThat(ended.err().lines()).hasSize(3);
        assertThat(ended.err().lines().findFirst().orElseThrow()).endsWith(what);
        assertThat(ended.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"file/below, en, file/below cannot be used.", "/proc/data, es, /proc/data"})
    void so_is_one_for_a_host_in_the_background(String data, String language, String what) throws Exception {
        Files.writeString(folder.resolve("file"), "");
        Encargo.Ended ended =
                Encargo.run(folder, words("up --detach --port auto --lang " + language + " --data " + data));
        assertThat(ended.err().lines()).hasSize(3);
        assertThat(ended.err().lines().findFirst().orElseThrow()).contains(what);
        assertThat(ended.exitCode()).isEqualTo(2);
    }

    private static String[] words(String command) {
        return command.strip().split(" ");
    }

    private List<String> rights(String... names) throws IOException {
        List<String> rights = new ArrayList<>();
        for (String name : names) {
            rights.add(PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(folder.resolve("my data").resolve(name))));
        }
        return rights;
    }

    /// What `up` says until it is ready, its last line known by its label, without what differs each time.
    private String started(String language, String last) throws Exception {
        Process up = Encargo.start(folder, "up", "--port", "auto", "--lang", language);
        try {
            List<String> said = new ArrayList<>();
            BufferedReader out = Encargo.output(up);
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (line.strip().startsWith(last)) {
                    break;
                }
            }
            assertThat(said).hasSizeLessThanOrEqualTo(14);
            return same(String.join("\n", said) + "\n");
        } finally {
            up.destroy();
            assertThat(up.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static String same(String said) {
        return said.replace(Version.number(), "VERSION")
                .replaceAll("(127.0.0.1:)[0-9]+", "$1N")
                .replaceAll("✓ [0-9]+", "✓ N")
                .replaceAll("pid [0-9]+, [^)]*", "pid N, TIME")
                .replaceAll("[0-9]+[.,][0-9] s", "TIME s");
    }
}

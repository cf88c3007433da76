package dev.encargo.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.encargo.cli.Encargo;
import dev.encargo.cli.Encargo.Ended;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("starting and stopping everything")
class UpAndDownTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void up_says_where_it_listens_in_at_most_14_lines_and_ctrl_c_ends_it_cleanly() throws Exception {
        Process up = Encargo.start(folder, "up", "--port", "auto");
        try {
            List<String> said = new ArrayList<>();
            BufferedReader out = Encargo.output(up);
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (line.contains("Stop:")) {
                    break;
                }
            }
            assertThat(said).hasSizeLessThanOrEqualTo(14);
            assertThat(String.join("\n", said))
                    .contains("API:", "Payments:", "Warehouse:", "Data:", "ready in", "order create --sample --watch")
                    .doesNotContain("%s", "null");
            interrupt(up);
            assertThat(up.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(folder.resolve("stderr.txt"))).contains("Stopping…", "Bye.");
        } finally {
            up.destroyForcibly();
        }
    }

    @Test
    void the_start_is_told_in_the_language_asked_for() throws Exception {
        Process up = Encargo.start(folder, "up", "--port", "auto", "--lang", "es");
        try {
            List<String> said = new ArrayList<>();
            BufferedReader out = Encargo.output(up);
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line.replaceAll("[0-9]+", "N"));
                if (line.contains("Parar:")) {
                    break;
                }
            }
            assertThat(said)
                    .containsExactly(
                            "",
                            "  Encargo N.N.N   local · sin cuenta de AWS, sin Docker, nada sale de esta máquina",
                            "",
                            "  API:     http://N.N.N.N:N",
                            "  Pagos:   http://N.N.N.N:N   Almacén: http://N.N.N.N:N",
                            "  Datos:   .encargo  (vacía)",
                            "",
                            "  ✓ N funciones  ✓ N flujos  ✓ N reglas  ✓ N colas   listo en N,N s",
                            "",
                            "  Pruebe:  encargo order create --sample --watch",
                            "  Parar:   Ctrl-C      Registro: .encargo/logs/encargo.log      Ayuda: encargo --help");
            interrupt(up);
            assertThat(up.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(folder.resolve("stderr.txt"))).contains("Parando…", "Hasta luego.");
        } finally {
            up.destroyForcibly();
        }
    }

    @Nested
    class where_one_runs_in_the_background {

        @Test
        void a_second_up_says_where_it_is_and_down_ends_it_and_its_data_stays() throws Exception {
            JsonNode ready = JSON.readTree(ok(Encargo.run(folder, "up", "--detach", "--port", "auto", "--json")));
            assertThat(ready.path("event").asText()).isEqualTo("ready");
            assertThat(ready.path("ms").asLong()).isPositive();
            try {
                assertThat(ok(Encargo.run(folder, "up")))
                        .contains("already running here", ready.path("api").asText());
                assertThat(Encargo.run(folder, "up", "--fresh").exitCode()).isEqualTo(4);
                int port = Integer.parseInt(ready.path("api").asText().replaceAll(".*:", ""));
                JsonNode status =
                        JSON.readTree(ok(Encargo.run(folder, "status", "--json", "--port", String.valueOf(port))));
                assertThat(status.path("running").booleanValue()).isTrue();
                assertThat(status.path("pid")).isEqualTo(ready.path("pid"));
            } finally {
                ok(Encargo.run(folder, "down"));
            }
            assertThat(ProcessHandle.of(ready.path("pid").asLong()).filter(ProcessHandle::isAlive))
                    .isEmpty();
            assertThat(Encargo.run(folder, "status").exitCode()).isEqualTo(3);
            assertThat(folder.resolve(".encargo/encargo.db")).exists();
        }
    }

    @Nested
    class what_is_refused {

        @Test
        void a_port_in_use_is_named_with_what_to_do_and_nothing_is_started() throws Exception {
            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
                Ended ended = Encargo.run(folder, "up", "--port", String.valueOf(taken.getLocalPort()));
                assertThat(ended.exitCode()).isEqualTo(4);
                assertThat(ended.err()).contains("Port " + taken.getLocalPort(), "Nothing was started.", "--port auto");
                assertThat(ended.out()).isEmpty();
                assertThat(folder.resolve(".encargo")).doesNotExist();
            }
        }

        @Test
        void a_port_where_another_program_answers_is_not_a_host() throws Exception {
            HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
            other.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write("hi".getBytes(StandardCharsets.UTF_8));
                exchange.close();
            });
            other.start();
            try {
                Ended ended = Encargo.run(
                        folder,
                        "status",
                        "--port",
                        String.valueOf(other.getAddress().getPort()));
                assertThat(ended.exitCode()).isEqualTo(3);
                assertThat(ended.err().lines()).hasSize(3);
                assertThat(ended.err()).contains("is not Encargo's.");
            } finally {
                other.stop(0);
            }
        }

        @Test
        void a_file_or_a_place_where_nothing_can_be_written_is_no_data_folder() throws Exception {
            Files.writeString(folder.resolve("file"), "");
            for (List<String> command : List.of(
                    List.of("up", "--data", "file"),
                    List.of("up", "--data", "file/below"),
                    List.of("status", "--data", "file"),
                    List.of("check", "--data", "file"))) {
                Ended ended = Encargo.run(folder, command.toArray(String[]::new));
                assertThat(ended.exitCode()).as(command + ended.err()).isEqualTo(2);
                assertThat(ended.err().lines()).as(ended.err()).hasSize(3);
            }
        }

        @Test
        void a_move_of_more_than_400_days_is_refused() throws Exception {
            Ended ended = Encargo.run(folder, "clock", "+401d");
            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.err()).contains("400 days at most");
        }

        @Test
        void what_is_no_port_is_wrong_usage() throws Exception {
            for (List<String> command : List.of(
                    List.of("up", "--port", "70000"),
                    List.of("status", "--port", "70000"),
                    List.of("doctor", "--port", "0"))) {
                Ended ended = Encargo.run(folder, command.toArray(String[]::new));
                assertThat(ended.exitCode()).isEqualTo(2);
                assertThat(ended.err()).contains(" is no port.");
            }
        }

        @Test
        void a_folder_that_holds_something_else_is_not_emptied() throws Exception {
            Path mine = Files.createDirectories(folder.resolve("mine"));
            Files.writeString(mine.resolve("thesis.txt"), "the only copy");
            Ended ended = Encargo.run(folder, "up", "--fresh", "--data", "mine");
            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.err()).contains("thesis.txt", "Nothing was deleted.");
            assertThat(mine.resolve("thesis.txt")).exists();
        }

        @Test
        void nothing_that_runs_is_there_to_stop_or_to_move() throws Exception {
            for (String command : List.of("down", "clock")) {
                Ended ended = Encargo.run(folder, command);
                assertThat(ended.exitCode()).isEqualTo(3);
                assertThat(ended.err()).contains("not running", "encargo up");
            }
        }
    }

    private static String ok(Ended ended) {
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return ended.out();
    }

    private static void interrupt(Process process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}

package dev.encargo.cli.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.encargo.cli.OperatedHost;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a command that is told a host which cannot be")
class WrongPlacesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"status", "down", "clock", "clock +1h", "order list", "events tail", "dlq list", "check"})
    void refuses_what_is_no_port(String command) {
        for (String port : new String[] {"0", "-3", "70000"}) {
            OperatedHost.Said said = run(command + " --port " + port);
            assertThat(said.exitCode()).as(said.err()).isEqualTo(2);
            assertThat(said.err().lines())
                    .containsExactly(
                            "  ✕ " + port + " is no port.",
                            "    A port is a number from 1 to 65535.",
                            "    Use:  encargo " + command + " --port 8080");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "down", "clock", "order list", "events tail", "check", "analytics funnel"})
    void refuses_a_file_as_a_folder(String command) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        OperatedHost.Said said = run(command + " --data " + file);
        assertThat(said.exitCode()).as(said.err()).isEqualTo(2);
        assertThat(said.err().lines())
                .containsExactly(
                        "  ✕ " + file + " is a file, not a folder.",
                        "    A host keeps its data in a folder.",
                        "    Use:  encargo " + command + " --data DIR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "check", "mail list", "events tail"})
    void refuses_data_that_cannot_be_read(String command) throws Exception {
        Path damaged = Files.writeString(folder.resolve("encargo.db"), "x".repeat(9_000));
        OperatedHost.Said said = run(command + " --data " + folder);
        assertThat(said.exitCode()).as(said.err()).isEqualTo(2);
        assertThat(said.err().lines()).contains("  ✕ " + damaged + " cannot be used.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"pid\": 1}", "nothing", ""})
    void refuses_a_damaged_description_of_the_host_and_says_how_to_write_it_anew(String content) throws Exception {
        Path damaged = Files.writeString(folder.resolve("host.json"), content);
        for (String command : new String[] {"status", "down", "order list"}) {
            OperatedHost.Said said = run(command + " --data " + folder);
            assertThat(said.exitCode()).as(said.err()).isEqualTo(1);
            assertThat(said.err().lines())
                    .containsExactly(
                            "  ✕ " + damaged + " is damaged.",
                            "    It tells commands where the host is; all else of the folder is sound.",
                            "    End the host if it runs, then start it, which writes the file anew:  "
                                    + "encargo up --data " + folder);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"workflow list", "mail list", "dlq redrive order-facts", "dlq purge order-facts"})
    void refuses_a_folder_on_which_no_host_has_run(String command) {
        OperatedHost.Said said = run(command + " --data " + folder.resolve("none"));
        assertThat(said.exitCode()).as(said.err()).isEqualTo(3);
        assertThat(said.err()).startsWith("  ✕ There is no data in " + folder.resolve("none") + ".");
    }

    @Test
    void refuses_it_in_the_language_asked_for() {
        assertThat(run("status --port 70000 --lang es").err().lines())
                .containsExactly(
                        "  ✕ 70000 no es un puerto.",
                        "    Un puerto es un número del 1 al 65535.",
                        "    Use:  encargo status --port 8080 --lang es");
        assertThat(run("doctor --port 70000").exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"200|{}", "200|<html>", "404|{\"title\":\"no\"}", "404|nothing", "500|<html>"})
    void says_that_another_program_answers_on_the_port(int status, String body) throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        other.start();
        try {
            int port = other.getAddress().getPort();
            OperatedHost.Said said = run("status --port " + port);
            assertThat(said.exitCode()).isEqualTo(3);
            assertThat(said.err().lines())
                    .containsExactly(
                            "  ✕ Port " + port + " is not Encargo's.",
                            "    Something else answers there.",
                            "    Use:  encargo status --data DIR");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void says_that_nobody_answers_there() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        OperatedHost.Said said = run("order list --port " + port);
        assertThat(said.exitCode()).isEqualTo(3);
        assertThat(said.err().lines())
                .containsExactly(
                        "  ✕ Nobody answers at http://127.0.0.1:" + port + ".",
                        "    The connection was refused.",
                        "    Use:  encargo status --port " + port + "      or      encargo up --port " + port);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "status, Nothing is kept there yet: encargo up --data 'no data'",
                "down, Use:  encargo up --data 'no data'      or name another host with --data DIR or --port N",
                "doctor, --data 'no data'"
            })
    void names_the_folder_in_its_hints(String command, String hint) {
        OperatedHost.Said said = OperatedHost.anywhere("", command, "--data", "no data");
        assertThat(said.out() + said.err()).contains(hint);
    }

    private static OperatedHost.Said run(String command) {
        return OperatedHost.anywhere("", command.split(" "));
    }
}

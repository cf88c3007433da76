package dev.encargo.cli.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.encargo.cli.Encargo;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the clock, moved far,")
class MovingTheClockTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        assertThat(up().exitCode()).isZero();
    }

    @AfterEach
    void stop() throws Exception {
        Encargo.run(folder, "down");
    }

    private Encargo.Ended up() throws Exception {
        return Encargo.run(folder, "up", "--detach", "--port", "auto");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void stops_where_it_is_at_a_signal_and_says_so(String signal) throws Exception {
        Move move = Move.in(folder);
        assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(move.process.pid()))
                        .start()
                        .waitFor())
                .isZero();
        assertThat(move.rest())
                .contains(
                        "  ✕ Interrupted at ",
                        "what fell due until then has happened.",
                        "    Go on:  encargo clock +299d");
        assertThat(move.process.exitValue()).isEqualTo(130);
        long stopped = ahead();
        assertThat(stopped).isBetween(60L, Duration.ofDays(299).toSeconds());
        assertThat(ahead()).isEqualTo(stopped);
    }

    @Test
    void ends_with_its_host_which_goes_on_from_there() throws Exception {
        Move move = Move.in(folder);
        assertThat(Encargo.run(folder, "down").exitCode()).isZero();
        assertThat(move.rest())
                .contains(
                        "  ✕ The host was stopped while its clock was moved.",
                        "and goes on from there when it starts.",
                        "    Use:  encargo up      then      encargo clock +299d");
        assertThat(move.process.exitValue()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve(".encargo/logs/encargo.log")))
                .doesNotContain("\"SEVERE\"", "\"ERROR\"", "\"WARNING\"");
        assertThat(up().exitCode()).isZero();
        assertThat(Instant.parse(clock().path("now").asText()))
                .isAfter(Instant.now().plusSeconds(60));
    }

    @Test
    void is_refused_where_it_would_take_too_long() throws Exception {
        Encargo.Ended ended = Encargo.run(folder, "clock", "+401d", "--lang", "es");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err().lines())
                .containsExactly(
                        "  ✕ +401d es más de lo que el reloj avanza de una vez.",
                        "    Todo lo que vence por el camino ocurre, un día en segundos: 400 días como mucho.",
                        "    Use:  encargo clock +400d");
        assertThat(Encargo.run(folder, "clock").out())
                .matches("  It is [0-9-]{10} [0-9:]{8} for the host(, 0 h 00 min ahead)?\\.\n");
        assertThat(Encargo.run(folder, "status", "--lang", "es").out())
                .containsPattern(
                        "    Pagos http://[0-9.:]+   Almacén http://[0-9.:]+\n    Reloj [0-9-]{10} [0-9:]{8}\n")
                .contains("    0 pedidos, 0 flujos de trabajo en curso, 0 mensajes en espera");
    }

    /// A move that has said how far it is.
    private record Move(Process process, BufferedReader said) {

        static Move in(Path folder) throws IOException {
            Process process = Encargo.startAloud(folder, "clock", "+300d");
            BufferedReader said = Encargo.output(process);
            assertThat(said.readLine()).matches("  .+ of 300 d: it is [0-9-]{10} [0-9:]{8}\\.");
            return new Move(process, said);
        }

        /// What it says until it ends.
        String rest() throws InterruptedException {
            String rest = said.lines().collect(Collectors.joining("\n"));
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return rest;
        }
    }

    private long ahead() throws Exception {
        return clock().path("aheadSeconds").asLong();
    }

    private JsonNode clock() throws Exception {
        return JSON.readTree(Encargo.run(folder, "clock", "--json").out());
    }
}

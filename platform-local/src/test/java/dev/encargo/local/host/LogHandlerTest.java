package dev.encargo.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.encargo.local.ports.LogFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("what the process logs")
class LogHandlerTest {
    private static final Logger ROOT = Logger.getLogger("");

    @TempDir
    private Path folder;

    private Handler[] before;

    @BeforeEach
    void remember() {
        before = ROOT.getHandlers();
    }

    @AfterEach
    void restore() {
        for (Handler mine : ROOT.getHandlers()) {
            ROOT.removeHandler(mine);
        }
        for (Handler handler : before) {
            ROOT.addHandler(handler);
        }
    }

    @Test
    void is_a_line_of_the_hosts_log_and_nothing_on_the_terminal() throws Exception {
        Path file = folder.resolve("encargo.log");
        try (LogFile log = new LogFile(file)) {
            LogHandler.takeOver(log, () -> Instant.parse("2026-11-24T09:00:00Z"));
            System.getLogger("dev.encargo.local.http")
                    .log(System.Logger.Level.ERROR, "no answer", new IllegalStateException("x"));
        }
        JsonNode line = new ObjectMapper().readTree(Files.readString(file));
        assertThat(line.path("timestamp").asText()).isEqualTo("2026-11-24T09:00:00Z");
        assertThat(line.path("level").asText()).isEqualTo("SEVERE");
        assertThat(line.path("message").asText()).isEqualTo("no answer");
        assertThat(line.toString()).contains("IllegalStateException");
        assertThat(ROOT.getHandlers()).singleElement().isInstanceOf(LogHandler.class);
    }
}

package dev.encargo.cli.running;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;

/// What a running host says of itself in `host.json` of its data folder.
public record RunningHost(long pid, int port, String payments, String warehouse, Instant since) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public URI api() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// The host of a data folder, if it runs.
    public static Optional<RunningHost> of(Path data) {
        Path file = data.resolve("host.json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(Files.readAllBytes(file));
            RunningHost host = new RunningHost(
                    node.path("pid").asLong(),
                    node.path("port").asInt(),
                    node.path("payments").asText(),
                    node.path("warehouse").asText(),
                    Instant.parse(node.path("since").asText()));
            return ProcessHandle.of(host.pid).filter(ProcessHandle::isAlive).map(_ -> host);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    public void write(Path data) throws IOException {
        ObjectNode node = JSON.createObjectNode();
        node.put("pid", pid);
        node.put("port", port);
        node.put("payments", payments);
        node.put("warehouse", warehouse);
        node.put("since", since.toString());
        Path aside = data.resolve("host.json.new");
        Files.writeString(aside, node.toPrettyString());
        Files.move(aside, data.resolve("host.json"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

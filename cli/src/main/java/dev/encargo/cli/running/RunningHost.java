package dev.encargo.cli.running;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.Refusal;
import dev.encargo.local.control.Control;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/// What a running host says of itself in `host.json` of its data folder, which only its owner reads: `key` opens
/// its operations.
public record RunningHost(
        long pid, int port, String payments, String warehouse, Path template, String key, Instant since) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// How long a host may take to say which one it is.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    public URI api() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// The host of a data folder, if it runs.
    public static Optional<RunningHost> of(Path data) {
        return last(data)
                .filter(host -> ProcessHandle.of(host.pid)
                        .filter(ProcessHandle::isAlive)
                        .isPresent());
    }

    /// The host that runs on a data folder or ran there last.
    public static Optional<RunningHost> last(Path data) {
        Path file = data.resolve("host.json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(JSON.readTree(Files.readAllBytes(file))));
        } catch (JsonProcessingException | DateTimeParseException | InvalidPathException damaged) {
            throw damaged(data, file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static RunningHost read(JsonNode node) {
        return new RunningHost(
                node.path("pid").asLong(),
                node.path("port").asInt(),
                node.path("payments").asText(),
                node.path("warehouse").asText(),
                Path.of(node.path("template").asText()),
                node.path("key").asText(),
                Instant.parse(node.path("since").asText()));
    }

    private static Refusal damaged(Path data, Path file) {
        return new Refusal(
                Refusal.FAILED,
                say("%s is damaged.", file),
                say("It tells commands where the host is; all else of the folder is sound."),
                say(
                        "End the host if it runs, then start it, which writes the file anew:  %s",
                        new HostChoice(data).up()));
    }

    /// The data folder of the host that listens on a port of this machine.
    static Path folderBehind(int port) {
        Api api = new Api(URI.create("http://127.0.0.1:" + port), " --port " + port);
        Api.Answer answer = api.send("GET", Control.PREFIX + "/host", "", Map.of(), PATIENCE);
        return folder(answer)
                .orElseThrow(() -> new Refusal(
                        Refusal.NOT_RUNNING,
                        say("Port %s is not Encargo's.", String.valueOf(port)),
                        say("Something else answers there."),
                        say("Use:  %s", encargo("status --data DIR"))));
    }

    private static Optional<Path> folder(Api.Answer answer) {
        try {
            JsonNode host = JSON.readTree(answer.response().body());
            return Optional.ofNullable(host.path("data").textValue()).map(Path::of);
        } catch (JsonProcessingException foreign) {
            return Optional.empty();
        }
    }

    public void write(Path data) throws IOException {
        ObjectNode node = JSON.createObjectNode();
        node.put("pid", pid);
        node.put("port", port);
        node.put("payments", payments);
        node.put("warehouse", warehouse);
        node.put("template", template.toAbsolutePath().normalize().toString());
        node.put("key", key);
        node.put("since", since.toString());
        Path aside = data.resolve("host.json.new");
        Files.deleteIfExists(aside);
        Files.writeString(Files.createFile(aside, onlyMine(data)), node.toPrettyString());
        Files.move(
                aside, data.resolve("host.json"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] onlyMine(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}

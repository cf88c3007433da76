package dev.encargo.journeys.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.encargo.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Commands about the host of one data folder. Hosts are processes as the launcher starts them: without any SDK on
/// their class path, but told where one is.
final class Shell {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SERVERS =
            List.of("platform-aws", "awssdk", "mongodb", "bson", "eventstream", "reactive-streams");

    private final Path folder;

    Shell(Path folder) {
        this.folder = folder;
    }

    /// What a command left behind.
    record Ended(int exitCode, String out, String err) {
        JsonNode json() throws IOException {
            return JSON.readTree(out);
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    /// Starts the host as a process of its own and waits until it is ready.
    void up(String... more) throws IOException {
        Path servers = folder.resolve("servers.classpath");
        Files.writeString(servers, classPath(true));
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dencargo.root=" + System.getProperty("encargo.root", ".."),
                "-Dencargo.servers=" + servers,
                "-cp",
                classPath(false),
                Main.class.getName(),
                "up",
                "--port",
                "auto",
                "--json",
                "--data",
                data().toString()));
        command.addAll(List.of(more));
        Path err = folder.resolve("err.txt");
        Process process =
                new ProcessBuilder(command).redirectError(err.toFile()).start();
        String ready = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (ready == null) {
            throw new AssertionError(Files.readString(err));
        }
    }

    private static String classPath(boolean ofServers) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> SERVERS.stream().anyMatch(entry::contains) == ofServers)
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// A command that means the host, in this process.
    Ended run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data().toString()));
        return anywhere(all.toArray(String[]::new));
    }

    /// Places an order, waits until it is paid and gives its id.
    String placed() throws IOException {
        Ended created = run("order", "create", "--sample", "--watch");
        if (created.exitCode != 0) {
            throw new AssertionError(created.out + created.err);
        }
        return created.out.strip().replaceAll("(?s)^(ord_\\w+).*", "$1");
    }

    /// A command as it is written, in this process.
    static Ended anywhere(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            int code = Main.run(arguments);
            return new Ended(code, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}

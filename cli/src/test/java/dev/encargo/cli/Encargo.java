package dev.encargo.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The command line as a process of its own, as the launcher starts it.
public final class Encargo {
    private static final Path ROOT =
            Path.of(System.getProperty("encargo.root", "..")).toAbsolutePath().normalize();
    private static final String ROOT_IS = "-Dencargo.root=";
    private static final long BOUND_SECONDS = 120;

    private Encargo() {}

    /// What a command that ended left behind.
    public record Ended(int exitCode, String out, String err) {}

    /// Runs a command in `folder` to its end.
    public static Ended run(Path folder, String... arguments) throws IOException, InterruptedException {
        return fed(folder, "", arguments);
    }

    /// Runs a command in `folder` to its end, with `input` as its standard input.
    public static Ended fed(Path folder, String input, String... arguments) throws IOException, InterruptedException {
        return ended(builder(folder, arguments), input, arguments);
    }

    private static Ended ended(ProcessBuilder builder, String input, String... arguments)
            throws IOException, InterruptedException {
        Path err = Files.createTempFile("encargo", ".err");
        Process process = builder.redirectError(err.toFile()).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("did not end: " + String.join(" ", arguments));
        }
        String said = Files.readString(err);
        Files.delete(err);
        return new Ended(process.exitValue(), out, said);
    }

    /// Runs a command of another checkout to its end, with variables of the environment set as well.
    public static Ended ofCheckout(Path checkout, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = builder(checkout, arguments);
        builder.command().replaceAll(word -> word.startsWith(ROOT_IS) ? ROOT_IS + checkout : word);
        builder.environment().putAll(environment);
        return ended(builder, "", arguments);
    }

    /// Starts a command in `folder` that goes on; its errors go to `stderr.txt` there.
    public static Process start(Path folder, String... arguments) throws IOException {
        return builder(folder, arguments)
                .redirectError(folder.resolve("stderr.txt").toFile())
                .start();
    }

    /// Starts a command in `folder` that goes on; its errors are among what it says.
    public static Process startAloud(Path folder, String... arguments) throws IOException {
        return builder(folder, arguments).redirectErrorStream(true).start();
    }

    /// The next line that a process says, in UTF-8.
    public static BufferedReader output(Process process) {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    private static ProcessBuilder builder(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                ROOT_IS + ROOT,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(folder.toFile());
    }
}

package dev.encargo.cli.bench;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Main;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.running.RunningHost;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// `encargo up` as a process of its own, started with the very Java command of this one, so that what it needs is
/// its own.
final class HostProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 50;

    private final Process process;
    private final Path data;
    private final Thread atExit;

    private HostProcess(Process process, Path data) {
        this.process = process;
        this.data = data;
        this.atExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    static HostProcess start(Path template, Path data) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "up"));
        command.addAll(List.of("--port", "auto", "--data", data.toString(), "--template", template.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("up.log").toFile())
                .start();
        return new HostProcess(process, data);
    }

    /// Waits until the host says that it is ready.
    RunningHost ready() throws IOException, InterruptedException {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < limit && process.isAlive()) {
            Optional<RunningHost> running = RunningHost.of(data);
            if (running.isPresent()) {
                return running.get();
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        throw new Refusal(
                Refusal.FAILED,
                say("The host did not start."),
                Files.readString(data.resolve("up.log"), StandardCharsets.UTF_8).strip(),
                say("Try it alone:  %s", encargo("up --port auto")));
    }

    boolean runs() {
        return process.isAlive();
    }

    /// CPU time that the host has used so far.
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// Megabytes that are resident now.
    long residentMegabytes() {
        return Resident.megabytes(process.pid());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}

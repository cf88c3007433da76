package dev.encargo.cli.check;

import dev.encargo.cli.Encargo;
import dev.encargo.cli.running.RunningHost;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `encargo up` as a process that is killed and started again on the same folder.
final class MortalHost implements AutoCloseable {
    private final Path folder;
    private final List<String> options;
    private @Nullable Process process;
    private @Nullable URI api;

    MortalHost(Path folder, String... options) {
        this.folder = folder;
        this.options = List.of(options);
    }

    Path data() {
        return folder.resolve("data");
    }

    synchronized void start() throws IOException {
        List<String> command = new ArrayList<>(List.of("up", "--port", "auto", "--data", data().toString()));
        command.addAll(options);
        Process started = Encargo.start(folder, command.toArray(String[]::new));
        process = started;
        for (String line = started.inputReader().readLine();
                line != null;
                line = started.inputReader().readLine()) {
            if (line.contains("Stop:")) {
                api = RunningHost.last(data()).orElseThrow().api();
                notifyAll();
                return;
            }
        }
        throw new AssertionError("did not start: " + Files.readString(folder.resolve("stderr.txt")));
    }

    /// SIGKILL: nothing is said, nothing is finished.
    synchronized void kill() throws InterruptedException {
        api = null;
        Objects.requireNonNull(process, "process").destroyForcibly().waitFor();
    }

    /// Where it listens; waits while it is dead.
    synchronized URI api() throws InterruptedException {
        while (api == null) {
            wait();
        }
        return api;
    }

    @Override
    public synchronized void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}

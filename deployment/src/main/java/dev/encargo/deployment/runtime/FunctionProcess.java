package dev.encargo.deployment.runtime;

import dev.encargo.deployment.runtime.RuntimeApi.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One function, started as Lambda starts the image's: its entry point with the handler as argument, and nothing but
/// the function's own environment.
public final class FunctionProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path PROC = Path.of("/proc");

    private final RuntimeApi api;
    private final Process process;
    private final Path log;
    private final CompletableFuture<Void> watch;

    private FunctionProcess(RuntimeApi api, Process process, Path log) {
        this.api = api;
        this.process = process;
        this.log = log;
        this.watch = process.onExit().thenRun(() -> api.fail("the function's process ended"));
    }

    /// Starts `command`; what it writes goes to `log`.
    public static FunctionProcess start(List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        RuntimeApi api = RuntimeApi.start();
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
        return new FunctionProcess(api, builder.start(), log);
    }

    /// Waits until the function has initialised.
    public void awaitReady() {
        await(api.ready());
    }

    /// Has the function answer an event.
    public Answer invoke(String event) {
        return await(api.invoke(event, PATIENCE));
    }

    /// The processor time that it has used, all threads together.
    public Duration cpu() {
        return process.toHandle()
                .info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("the function's process has ended"));
    }

    /// Resident memory in KiB, as Linux tells it.
    public long residentKib() throws IOException {
        for (String line : Files.readAllLines(PROC.resolve(process.pid() + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        throw new IOException("no VmRSS for " + process.pid());
    }

    /// Ends it as Lambda does, by SIGTERM, and waits for what it does then; its exit code.
    public int stop() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("the function's process did not end; see " + log);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new IllegalStateException("interrupted while the function's process ended", hurried);
        }
        return process.exitValue();
    }

    private <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the function did not answer; it wrote:\n" + written(), failed);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a function answered", hurried);
        }
    }

    private String written() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return "(" + log + " cannot be read: " + unreadable.getMessage() + ")";
        }
    }

    @Override
    public void close() {
        watch.cancel(false);
        process.destroyForcibly();
        api.close();
    }
}

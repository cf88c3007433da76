package dev.encargo.deployment.emulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The process that plays AWS, started by `infrastructure/emulator/start`. It ends when its standard input does, so it
/// outlives nobody who started it.
public final class Moto implements AutoCloseable {
    /// The account in which moto puts everything.
    public static final String ACCOUNT = "123456789012";

    public static final String REGION = "eu-west-1";

    private final Process process;
    private final URI address;

    private Moto(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /// Starts it for the checkout at `root`; its log, and its Python where it has to be installed, go into `work`.
    /// Tasks
    /// that call a function POST their payload to `functions` and the function's name or ARN.
    ///
    /// @throws IllegalStateException when moto is not to be had, saying how it can be
    public static Moto start(Path root, Path work, URI functions) throws IOException {
        Path log = Files.createDirectories(work).resolve("moto.log");
        ProcessBuilder builder = new ProcessBuilder(
                        root.resolve("infrastructure/emulator/start").toString(),
                        work.resolve("python").toString())
                .redirectError(log.toFile());
        builder.environment().put("ENCARGO_FUNCTIONS", functions.toString());
        Process process = builder.start();
        @Nullable
        String port =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (port == null) {
            throw new IllegalStateException("moto did not start:\n" + Files.readString(log));
        }
        return new Moto(process, URI.create("http://127.0.0.1:" + port.strip()));
    }

    public URI address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

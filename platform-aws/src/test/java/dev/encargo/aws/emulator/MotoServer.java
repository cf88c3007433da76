package dev.encargo.aws.emulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// The process that plays AWS. It ends when its standard input does, so it outlives no test.
final class MotoServer implements AutoCloseable {
    private static final Path ROOT =
            Path.of(System.getProperty("encargo.root", "..")).toAbsolutePath().normalize();

    private final Process process;
    private final URI address;

    private MotoServer(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static MotoServer start() {
        Path folder = ROOT.resolve("platform-aws/target/emulator");
        Path log = folder.resolve("moto.log");
        try {
            Files.createDirectories(folder);
            Process process = new ProcessBuilder(
                            ROOT.resolve("infrastructure/emulator/start").toString(),
                            folder.resolve("python").toString())
                    .redirectError(log.toFile())
                    .start();
            String port = firstLine(process);
            if (port == null) {
                throw new IllegalStateException("infrastructure/emulator/start did not start moto:\n"
                        + Files.readString(log, StandardCharsets.UTF_8));
            }
            return new MotoServer(process, URI.create("http://127.0.0.1:" + port.strip()));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Comes when the server listens; null when it has ended instead.
    private static String firstLine(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    URI address() {
        return address;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}

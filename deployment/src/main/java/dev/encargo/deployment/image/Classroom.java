package dev.encargo.deployment.image;

import dev.encargo.deployment.emulator.EmulatedHost;
import dev.encargo.deployment.emulator.EmulatedStack;
import dev.encargo.deployment.runtime.FunctionProcess;
import dev.encargo.local.function.CallFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// Where an image's AOT cache is trained: one process plays every function while orders are taken on moto, and writes
/// the cache when it ends.
public final class Classroom implements AutoCloseable {
    private static final String EVERY_FUNCTION = "dev.encargo.image.EveryFunction::handleRequest";
    private static final int ORDERS = 12;

    private final ImageFolder image;
    private final EmulatedHost host;
    private final FunctionProcess process;
    private final Trainee trainee;
    private final Path log;

    private Classroom(ImageFolder image, EmulatedHost host, FunctionProcess process, Trainee trainee, Path log) {
        this.image = image;
        this.host = host;
        this.process = process;
        this.trainee = trainee;
        this.log = log;
    }

    /// Opens one for the template of the checkout at `root`; logs go into `work`. A cache of before is deleted.
    public static Classroom open(Path root, ImageFolder image, Path work) throws IOException {
        Files.deleteIfExists(image.cache());
        Path log = Files.createDirectories(work).resolve("trainee.log");
        AtomicReference<FunctionProcess> process = new AtomicReference<>();
        AtomicReference<Trainee> trainee = new AtomicReference<>();
        EmulatedHost host = EmulatedHost.start(root, work, Map.of(), made -> {
            process.set(start(image, made, log));
            trainee.set(new Trainee(made, process.get()));
            return trainee.get();
        });
        return new Classroom(image, host, process.get(), trainee.get(), log);
    }

    private static FunctionProcess start(ImageFolder image, EmulatedStack made, Path log) {
        Map<String, String> environment = new HashMap<>();
        made.stack().functions().keySet().forEach(function -> environment.putAll(made.environment(function)));
        try {
            return image.start(EVERY_FUNCTION, environment, ImageFolder.Cache.TRAINED, "", log);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Takes orders, then ends the process, so that it writes the cache. Answers one event of each function.
    ///
    /// @throws IllegalStateException when a function of the template has not answered, or Java wrote no cache
    public Map<String, String> train() throws IOException, InterruptedException, CallFailed {
        new Lessons(host, trainee).take(ORDERS);
        Set<String> missing = trainee.missing();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("the training has not called " + missing);
        }
        host.stopReading();
        process.stop();
        if (!Files.exists(image.cache())) {
            throw new IllegalStateException("Java wrote no AOT cache; it said:\n" + Files.readString(log));
        }
        return trainee.answered();
    }

    /// The services behind the functions, which stay as the training has left them.
    public EmulatedStack stack() {
        return host.stack();
    }

    @Override
    public void close() throws IOException {
        process.close();
        host.close();
    }
}

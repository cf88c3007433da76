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

/// Trains the image's AOT cache: one process plays every function while orders are taken, and writes the cache when it
/// ends. Refuses a training in which a function of the template has not answered.
public final class TrainImage {
    private static final String EVERY_FUNCTION = "dev.encargo.image.EveryFunction::handleRequest";
    private static final int ORDERS = 12;

    private final Path root;
    private final ImageFolder image;
    private final Path work;

    public TrainImage(Path root, ImageFolder image, Path work) {
        this.root = root;
        this.image = image;
        this.work = work;
    }

    /// `TrainImage ROOT FOLDER WORK`, called by `infrastructure/image/train`.
    public static void main(String[] arguments) throws IOException, InterruptedException, CallFailed {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ImageFolder image = new ImageFolder(Path.of(arguments[1]).toAbsolutePath(), java);
        new TrainImage(Path.of(arguments[0]), image, Path.of(arguments[2])).train();
    }

    public void train() throws IOException, InterruptedException, CallFailed {
        Files.deleteIfExists(image.cache());
        AtomicReference<Trainee> playing = new AtomicReference<>();
        AtomicReference<FunctionProcess> process = new AtomicReference<>();
        try (EmulatedHost host = EmulatedHost.start(root, work, Map.of(), made -> {
            process.set(start(made));
            Trainee trainee = new Trainee(made, process.get());
            playing.set(trainee);
            return trainee;
        })) {
            new Lessons(host, playing.get()).take(ORDERS);
            Set<String> missing = playing.get().missing();
            if (!missing.isEmpty()) {
                throw new IllegalStateException("the training has not called " + missing);
            }
            process.get().stop();
        } finally {
            if (process.get() != null) {
                process.get().close();
            }
        }
        if (!Files.exists(image.cache())) {
            throw new IllegalStateException(
                    "Java wrote no AOT cache; it said:\n" + Files.readString(work.resolve("trainee.log")));
        }
    }

    private FunctionProcess start(EmulatedStack made) {
        Map<String, String> environment = new HashMap<>();
        made.stack().functions().keySet().forEach(function -> environment.putAll(made.environment(function)));
        try {
            return image.start(EVERY_FUNCTION, environment, ImageFolder.Cache.TRAINED, work.resolve("trainee.log"));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}

package dev.encargo.deployment.image;

import dev.encargo.deployment.emulator.EmulatedHost;
import dev.encargo.deployment.emulator.EmulatedStack;
import dev.encargo.deployment.emulator.TlsFront;
import dev.encargo.local.function.CallFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Where an image's AOT cache is trained: one process plays every function while orders are taken on moto, and writes
/// the cache when it ends.
public final class Classroom implements AutoCloseable {
    private static final int ORDERS = 12;

    /// How often methods ran is of use to Java's second compiler, which functions do without; with it in the cache, a
    /// start would compile at once what ran often in the training.
    private static final String NO_PROFILES = "-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining";

    private final ImageFolder image;
    private final EmulatedHost host;
    private final Pupil pupil;
    private final Path log;

    private Classroom(ImageFolder image, EmulatedHost host, Pupil pupil, Path log) {
        this.image = image;
        this.host = host;
        this.pupil = pupil;
        this.log = log;
    }

    /// The process that learns, and the services that it calls over TLS, as it will have to on AWS.
    private record Pupil(PlayedFunctions functions, TlsFront front) {
        static Pupil start(ImageFolder image, EmulatedStack made, Path work, Path log) {
            try {
                TlsFront front = TlsFront.open(made.address(), image.javaHome(), work);
                return new Pupil(
                        PlayedFunctions.start(
                                image,
                                made,
                                front.environment(image.roots()),
                                ImageFolder.Cache.TRAINED,
                                front.javaOptions() + " " + NO_PROFILES,
                                log),
                        front);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }

        void close() {
            functions.close();
            front.close();
        }
    }

    /// Opens one for the template of the checkout at `root`; logs go into `work`. A cache of before is deleted.
    public static Classroom open(Path root, ImageFolder image, Path work) throws IOException {
        Files.deleteIfExists(image.cache());
        Path log = Files.createDirectories(work).resolve("trainee.log");
        AtomicReference<@Nullable Pupil> pupil = new AtomicReference<>();
        EmulatedHost host = EmulatedHost.start(root, work, Map.of(), made -> {
            Pupil started = Pupil.start(image, made, work, log);
            pupil.set(started);
            return started.functions();
        });
        return new Classroom(image, host, Objects.requireNonNull(pupil.get()), log);
    }

    /// Takes orders, then ends the process, so that it writes the cache. Answers one event of each function.
    ///
    /// @throws IllegalStateException when a function of the template has not answered, or Java wrote no cache
    public Map<String, String> train() throws IOException, InterruptedException, CallFailed {
        PlayedFunctions functions = pupil.functions();
        new Lessons(host, functions).take(ORDERS);
        Set<String> missing = functions.missing();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("the training has not called " + missing);
        }
        host.stopReading();
        functions.stop();
        if (!Files.exists(image.cache())) {
            throw new IllegalStateException("Java wrote no AOT cache; it said:\n" + Files.readString(log));
        }
        return functions.answered();
    }

    /// The same services behind TLS.
    TlsFront front() {
        return pupil.front();
    }

    /// The services behind the functions, which stay as the training has left them.
    public EmulatedStack stack() {
        return host.stack();
    }

    @Override
    public void close() throws IOException {
        pupil.close();
        host.close();
    }
}

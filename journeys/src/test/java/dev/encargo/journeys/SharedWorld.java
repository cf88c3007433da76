package dev.encargo.journeys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// One world for all tests of a class: each test has orders of its own. After each, nothing goes wrong any more and
/// what must hold of its orders holds.
final class SharedWorld implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private @Nullable Path folder;
    private @Nullable World world;

    World world() {
        return Objects.requireNonNull(world, "world");
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        folder = Files.createTempDirectory("encargo-world");
        TemplateCopy copy = TemplateCopy.in(folder);
        copy.gatherNothing();
        world = World.in(folder.resolve("data"), copy.template(), settings -> settings);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        world().heal();
        if (context.getExecutionException().isEmpty()) {
            world().settle();
            Invariants.holdOf(world(), world().newlyPlaced());
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        world().close();
        try (Stream<Path> files = Files.walk(Objects.requireNonNull(folder))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

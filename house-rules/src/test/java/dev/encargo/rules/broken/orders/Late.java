package dev.encargo.rules.broken.orders;

import dev.encargo.platform.Platform;
import java.util.function.Supplier;

public class Late {

    Platform inAMethod() {
        return Platform.current();
    }

    Supplier<Platform> byReference() {
        return Platform::current;
    }
}

package dev.encargo.rules.broken.orders;

import dev.encargo.platform.Platform;
import java.time.Instant;

public class Impure {

    static Instant last = Instant.EPOCH;

    Platform late() {
        last = Instant.now();
        System.out.println(System.getenv("STAGE"));
        return Platform.current();
    }
}

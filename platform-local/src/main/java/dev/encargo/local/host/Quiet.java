package dev.encargo.local.host;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/// Whether the host, and whoever lives beside it, has nothing to do until the next due moment.
public final class Quiet implements BooleanSupplier {
    private final List<BooleanSupplier> parts = new CopyOnWriteArrayList<>();

    public void also(BooleanSupplier part) {
        parts.add(part);
    }

    @Override
    public boolean getAsBoolean() {
        return parts.stream().allMatch(BooleanSupplier::getAsBoolean);
    }
}

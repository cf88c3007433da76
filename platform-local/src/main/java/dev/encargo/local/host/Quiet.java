package dev.encargo.local.host;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// Whether the host, and whoever lives beside it, has nothing to do until the next due moment.
///
/// The parts are looked at one after the other, and work may meanwhile pass from one that was not looked at yet to one
/// that was. It leaves a trace: what passes on is written down first. So a look counts only where `commits`, how many
/// groups were written since the start, is the same before and after it.
public final class Quiet implements BooleanSupplier {
    private final LongSupplier commits;
    private final List<BooleanSupplier> parts = new CopyOnWriteArrayList<>();

    Quiet(LongSupplier commits) {
        this.commits = commits;
    }

    public void also(BooleanSupplier part) {
        parts.add(part);
    }

    @Override
    public boolean getAsBoolean() {
        long before = commits.getAsLong();
        return parts.stream().allMatch(BooleanSupplier::getAsBoolean) && commits.getAsLong() == before;
    }
}

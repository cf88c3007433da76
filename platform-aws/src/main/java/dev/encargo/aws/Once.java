package dev.encargo.aws;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes something when it is first asked for, and gives that from then on: a function pays at its cold start only
/// for what it uses.
final class Once<T> implements Supplier<T> {
    private final Supplier<T> make;
    private @Nullable T made;

    Once(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public synchronized T get() {
        T known = made;
        if (known == null) {
            known = make.get();
            made = known;
        }
        return known;
    }
}

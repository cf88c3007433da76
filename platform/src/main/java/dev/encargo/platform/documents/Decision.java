package dev.encargo.platform.documents;

import dev.encargo.platform.effects.Intent;
import java.util.List;

/// What a use case decided about one document: leave it, or write it with its intents. `outcome` is told to the
/// caller once it holds.
public sealed interface Decision<T, R> {

    R outcome();

    record Keep<T, R>(R outcome) implements Decision<T, R> {}

    record Write<T, R>(T body, long version, List<Intent> intents, R outcome) implements Decision<T, R> {
        public Write {
            intents = List.copyOf(intents);
        }
    }

    static <T, R> Decision<T, R> keep(R outcome) {
        return new Keep<>(outcome);
    }

    static <T, R> Decision<T, R> write(T body, long version, List<Intent> intents, R outcome) {
        return new Write<>(body, version, intents, outcome);
    }
}

package dev.encargo.platform.documents;

import dev.encargo.platform.effects.Intent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a pure transition of a document returned: the document as it is to be (null while it stays absent), what
/// else is to happen, and what the caller is told. A document that stays equal and wants nothing is not written.
public record Transition<T, R>(@Nullable T body, List<Intent> intents, R outcome) {

    public Transition {
        intents = List.copyOf(intents);
    }

    public static <T, R> Transition<T, R> none(@Nullable T body, R outcome) {
        return new Transition<>(body, List.of(), outcome);
    }
}

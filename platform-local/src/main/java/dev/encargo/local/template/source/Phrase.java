package dev.encargo.local.template.source;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What the host says of a template to a person: an English text, and apart from it what is put into each `%s`.
/// Whoever shows it can so say it in another language. A value can be a phrase itself.
public record Phrase(String text, List<Object> values) {
    private static final String ANYTHING = "%s";

    public static final Phrase NOTHING = new Phrase("", List.of());

    public Phrase {
        values = List.copyOf(values);
    }

    public static Phrase english(String text, Object... values) {
        return new Phrase(text, Arrays.asList(values));
    }

    /// What another program says: it stays as it is in every language.
    public static Phrase verbatim(String words) {
        return new Phrase(ANYTHING, List.of(words));
    }

    /// Several of them, one behind the other.
    public static Phrase joined(List<Phrase> parts) {
        return new Phrase(
                parts.stream().map(_ -> ANYTHING).collect(Collectors.joining(" ")), List.<Object>copyOf(parts));
    }

    /// In English.
    @Override
    public String toString() {
        return values.isEmpty() ? text : text.formatted(values.toArray());
    }
}

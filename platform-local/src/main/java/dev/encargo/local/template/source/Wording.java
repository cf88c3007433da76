package dev.encargo.local.template.source;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What the host says of a template to a person: an English text, and apart from it what is put into each `%s`, so
/// that whoever shows it can say it in another language. A value can be a wording itself.
public record Wording(String text, List<Object> values) {
    private static final String ANYTHING = "%s";

    public static final Wording NOTHING = new Wording("", List.of());

    public Wording {
        values = List.copyOf(values);
    }

    public static Wording english(String text, Object... values) {
        return new Wording(text, Arrays.asList(values));
    }

    /// What another program says: it stays as it is in every language.
    public static Wording verbatim(String words) {
        return new Wording(ANYTHING, List.of(words));
    }

    /// Several of them, one behind the other.
    public static Wording joined(List<Wording> parts) {
        return new Wording(
                parts.stream().map(_ -> ANYTHING).collect(Collectors.joining(" ")), List.<Object>copyOf(parts));
    }

    /// In English.
    @Override
    public String toString() {
        return values.isEmpty() ? text : text.formatted(values.toArray());
    }
}

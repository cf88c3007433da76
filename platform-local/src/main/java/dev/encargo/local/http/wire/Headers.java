package dev.encargo.local.http.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Header lines in order, names as they were sent and looked up without regard to case.
public final class Headers {

    private static final Headers NONE = new Headers(new String[0], 0);

    private final String[] lines;
    private final int count;

    private Headers(String[] lines, int count) {
        this.lines = lines;
        this.count = count;
    }

    public static Headers none() {
        return NONE;
    }

    /// Takes ownership of alternating names and values, of which the first `count` pairs are in use.
    static Headers parsed(String[] lines, int count) {
        return new Headers(lines, count);
    }

    public static Headers of(String... namesAndValues) {
        Headers headers = NONE;
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            headers = headers.with(namesAndValues[i], namesAndValues[i + 1]);
        }
        return headers;
    }

    /// These and one line more.
    ///
    /// @throws IllegalArgumentException when name or value would break the message's frame
    public Headers with(String name, String value) {
        if (!Grammar.isToken(name) || !Grammar.isFieldValue(value)) {
            throw new IllegalArgumentException("not a header: " + Grammar.shown(name) + ": " + Grammar.shown(value));
        }
        String[] more = Arrays.copyOf(lines, 2 * count + 2);
        more[2 * count] = name;
        more[2 * count + 1] = value;
        return new Headers(more, count + 1);
    }

    public int size() {
        return count;
    }

    public String name(int index) {
        return lines[2 * index];
    }

    public String value(int index) {
        return lines[2 * index + 1];
    }

    public Optional<String> first(String name) {
        return Optional.ofNullable(find(name));
    }

    /// The first line's value, or null: for the path of every request.
    public @Nullable String find(String name) {
        for (int i = 0; i < count; i++) {
            if (name(i).equalsIgnoreCase(name)) {
                return value(i);
            }
        }
        return null;
    }

    public List<String> all(String name) {
        List<String> found = new ArrayList<>(1);
        for (int i = 0; i < count; i++) {
            if (name(i).equalsIgnoreCase(name)) {
                found.add(value(i));
            }
        }
        return found;
    }
}

package dev.encargo.cli.running;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// By what an id is meant: its beginning or its end, or both around `…`. Upper and lower case are the same.
public final class PartOfId {
    /// Signs that are needed beside a prefix.
    public static final int SHORTEST = 3;

    private static final int SHOWN = 5;

    /// Candidates that [#manifold] has a use for.
    public static final int ENOUGH = SHOWN + 1;

    private static final Pattern FORM = Pattern.compile("([0-9A-Z_-]*)(?:(?:…|\\.\\.\\.?)([0-9A-Z_-]*))?");

    private final List<String> globs;

    private PartOfId(List<String> globs) {
        this.globs = globs;
    }

    /// Of an id that begins with `prefix`, which may be left out; empty where the text is none, or too short.
    public static Optional<PartOfId> of(String prefix, String given) {
        String start = prefix.toUpperCase(Locale.ROOT);
        String wanted = given.toUpperCase(Locale.ROOT);
        Matcher parts = FORM.matcher(wanted.startsWith(start) ? wanted.substring(start.length()) : wanted);
        if (!parts.matches() || length(parts.group(1)) + length(parts.group(2)) < SHORTEST) {
            return Optional.empty();
        }
        String around = start + parts.group(1) + "*";
        return Optional.of(new PartOfId(
                parts.group(2) == null
                        ? List.of(around, start + "*" + parts.group(1))
                        : List.of(around + parts.group(2), around + parts.group(2))));
    }

    private static int length(@Nullable String part) {
        return part == null ? 0 : part.length();
    }

    /// A condition of SQL on an expression that is an id; [#globs] are its values.
    public static String condition(String id) {
        return "(upper(%1$s) GLOB ? OR upper(%1$s) GLOB ?)".formatted(id);
    }

    /// Two, for an id in upper case.
    public List<String> globs() {
        return globs;
    }

    /// What is said where more than one is meant; `what` says so.
    public static Refusal manifold(String what, List<String> candidates) {
        return new Refusal(
                Refusal.USAGE,
                what,
                String.join("  ", candidates.subList(0, Math.min(SHOWN, candidates.size())))
                        + (candidates.size() > SHOWN ? "  …" : ""),
                say("Give more of the id."));
    }
}

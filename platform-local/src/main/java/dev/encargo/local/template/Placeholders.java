package dev.encargo.local.template;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts values for `${Name}` into a workflow's definition before it is parsed: with
/// `"TimeoutSeconds": ${ReserveLimit}` it is no JSON before.
public final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9_]+)}");

    private Placeholders() {}

    public static boolean areIn(String text) {
        return PLACEHOLDER.matcher(text).find();
    }

    /// `missing` says what stands for a placeholder that has no value.
    public static String fill(String text, Map<String, String> values, Function<MatchResult, String> missing) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? missing.apply(found) : value);
        });
    }
}

package dev.encargo.local.template.parity;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the name that was probably meant.
final class Spelling {

    private Spelling() {}

    /// The name with the fewest single-letter changes, if these are at most a third of it.
    static Optional<String> closest(String written, Collection<String> names) {
        return names.stream()
                .min(Comparator.comparingInt(name -> changes(written, name)))
                .filter(name -> changes(written, name) <= Math.max(1, name.length() / 3));
    }

    private static int changes(String from, String to) {
        String a = from.toLowerCase(Locale.ROOT);
        String b = to.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}

package dev.encargo.cli.words;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Says things in the language of whoever asks. The English text is the key of its translation, so that code reads as
/// what it prints; a test holds that every text said has its Spanish, and every Spanish text somebody who says it.
public final class Words {
    private static volatile Language language = Language.EN;
    private static volatile Map<String, String> translations = Map.of();

    private Words() {}

    /// From now on, all that this process says is in this language.
    public static void speak(Language chosen) {
        if (chosen == language) {
            return;
        }
        translations = Translations.to(chosen);
        language = chosen;
    }

    public static Language language() {
        return language;
    }

    /// The text in the language spoken, with `values` put in as by [java.util.Formatter].
    public static String say(String english, @Nullable Object... values) {
        String text = translated(english);
        return values.length == 0 ? text : String.format(language.locale(), text, values);
    }

    /// One text for a single thing and one for any other number of them. Both may say the number (`%d`), their first
    /// value; `values` follow it.
    public static String plural(long number, String one, String many, @Nullable Object... values) {
        @Nullable Object[] all = new @Nullable Object[values.length + 1];
        all[0] = number;
        System.arraycopy(values, 0, all, 1, values.length);
        return say(number == 1 ? one : many, all);
    }

    /// What is made out of words for a program, which reads English whatever the language spoken.
    public static <T, E extends Exception> T inEnglish(Speech<T, E> speech) throws E {
        Language spoken = language;
        Map<String, String> known = translations;
        speak(Language.EN);
        try {
            return speech.make();
        } finally {
            translations = known;
            language = spoken;
        }
    }

    /// Something made out of words.
    @FunctionalInterface
    public interface Speech<T, E extends Exception> {
        T make() throws E;
    }

    /// The text without any value put in; in English where it has no translation.
    static String translated(String english) {
        return translations.getOrDefault(english, english);
    }
}

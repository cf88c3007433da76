package dev.encargo.cli.words;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A language that the command line speaks.
public enum Language {
    EN(Locale.ENGLISH, Locale.US),
    ES(Locale.of("es"), Locale.of("es", "ES"));

    private final Locale language;
    private final Locale locale;

    Language(Locale language, Locale locale) {
        this.language = language;
        this.locale = locale;
    }

    /// Numbers and money are written as there.
    public Locale locale() {
        return locale;
    }

    /// The language that a locale's name such as `es_MX.UTF-8` asks for; empty for one that is not spoken here.
    public static Optional<Language> of(String name) {
        String code = name.split("[_.@-]", 2)[0];
        return Arrays.stream(values())
                .filter(each -> each.language.getLanguage().equalsIgnoreCase(code))
                .findFirst();
    }

    /// The first name that says something decides, as POSIX orders `LC_ALL`, `LC_MESSAGES` and `LANG`; English where
    /// it is not spoken here.
    public static Language ofEnvironment(String... names) {
        return Stream.of(names)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .flatMap(Language::of)
                .orElse(EN);
    }
}

package dev.encargo.cli.words;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The translations of what each package says: one object of English texts and theirs a package and language.
/// `local` is what the host says of a template; the others are packages of the command line.
final class Translations {
    static final List<String> PACKAGES = List.of(
            "bench",
            "check",
            "cli",
            "deadletter",
            "deploy",
            "doctor",
            "events",
            "host",
            "invoice",
            "lake",
            "local",
            "mail",
            "order",
            "output",
            "running",
            "template",
            "up",
            "words",
            "workflow");
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private Translations() {}

    /// English text → text in `language`; empty for English.
    static Map<String, String> to(Language language) {
        if (language == Language.EN) {
            return Map.of();
        }
        ObjectMapper json = new ObjectMapper();
        Map<String, String> all = new HashMap<>();
        PACKAGES.forEach(name -> all.putAll(read(json, language, name)));
        return Map.copyOf(all);
    }

    static Map<String, String> of(Language language, String packageName) {
        return read(new ObjectMapper(), language, packageName);
    }

    private static Map<String, String> read(ObjectMapper json, Language language, String packageName) {
        String file = "%s/%s.json".formatted(language.name().toLowerCase(Locale.ROOT), packageName);
        try (InputStream texts = Objects.requireNonNull(Translations.class.getResourceAsStream(file), file)) {
            return json.readValue(texts, TEXTS);
        } catch (IOException fault) {
            throw new UncheckedIOException(file, fault);
        }
    }
}

package dev.encargo.cli.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class WordsTest {
    private static final Path SOURCES =
            Path.of(System.getProperty("encargo.root", ".."), "cli/src/main/java/dev/encargo/cli");
    private static final Path HOST = Path.of(System.getProperty("encargo.root", ".."), "platform-local/src/main");
    private static final Pattern VALUE =
            Pattern.compile("%(?:\\d+\\$)?[-#+ 0,(]*\\d*(?:\\.\\d+)?[a-zA-Z%]|\\$\\{[^}]+}");
    private static final Set<String> HELP = help();

    static List<String> packages() {
        return Translations.PACKAGES;
    }

    @ParameterizedTest
    @MethodSource("packages")
    void what_a_package_says_has_its_Spanish(String name) throws Exception {
        assertThat(spanish(name).keySet()).containsAll(said(name));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void every_Spanish_text_is_said_by_somebody(String name) throws Exception {
        Set<String> known = new TreeSet<>(said(name));
        known.addAll(HELP);
        assertThat(known).containsAll(spanish(name).keySet());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void a_translation_has_the_values_of_its_text(String name) {
        spanish(name)
                .forEach((english, text) -> assertThat(values(text)).as(english).isEqualTo(values(english)));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void nothing_is_printed_past_the_words(String name) throws Exception {
        assertThat(texts(name).unspoken()).isEmpty();
    }

    @Test
    void the_help_of_every_command_has_its_Spanish() {
        assertThat(all().keySet()).containsAll(HELP);
    }

    @Test
    void one_text_has_one_translation() {
        Map<String, String> all = all();
        for (String name : packages()) {
            assertThat(all).containsAllEntriesOf(spanish(name));
        }
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "es_MX.UTF-8,,, ES",
                "C.UTF-8,, es_ES.UTF-8, EN",
                ", es, en_US.UTF-8, ES",
                ",, en_US.UTF-8, EN",
                ",, de_DE.UTF-8, EN",
                ",,, EN"
            },
            nullValues = "none")
    void the_language_is_that_of_the_first_variable_that_is_set(
            String all, String messages, String lang, Language expected) {
        assertThat(Language.ofEnvironment(text(all), text(messages), text(lang)))
                .isEqualTo(expected);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static Set<String> said(String name) throws Exception {
        Set<String> said = new TreeSet<>(texts(name).said());
        if (name.equals("local")) {
            said.addAll(reasons());
        }
        return said;
    }

    /// Why the host's catalogue only checks or ignores a property: what stands behind its bars.
    private static List<String> reasons() throws IOException {
        return Files.readAllLines(HOST.resolve("resources/dev/encargo/local/template/parity/catalogue.txt")).stream()
                .filter(line -> !line.startsWith("#") && line.contains(" | "))
                .map(line -> line.substring(line.indexOf(" | ") + 3).strip())
                .toList();
    }

    private static SourceTexts texts(String name) throws Exception {
        if (name.equals("local")) {
            return SourceTexts.ofHost(HOST.resolve("java"));
        }
        return SourceTexts.in(name.equals("cli") ? SOURCES : SOURCES.resolve(name));
    }

    private static Map<String, String> spanish(String name) {
        return Translations.of(Language.ES, name);
    }

    private static Map<String, String> all() {
        return Translations.to(Language.ES);
    }

    private static List<String> values(String text) {
        return VALUE.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static Set<String> help() {
        Set<String> texts = new TreeSet<>();
        collect(new CommandLine(new Main()), texts);
        texts.removeIf(text -> text.isBlank() || text.startsWith("  encargo "));
        return texts;
    }

    private static void collect(CommandLine line, Set<String> texts) {
        CommandSpec spec = line.getCommandSpec();
        List<String> all = new ArrayList<>();
        all.addAll(List.of(spec.usageMessage().description()));
        all.addAll(List.of(spec.usageMessage().footer()));
        spec.args().forEach(argument -> all.addAll(List.of(argument.description())));
        texts.addAll(all);
        line.getSubcommands().values().forEach(each -> collect(each, texts));
    }
}

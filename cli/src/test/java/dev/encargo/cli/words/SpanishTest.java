package dev.encargo.cli.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.cli.Encargo;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpanishTest {
    @TempDir
    private Path folder;

    @Test
    void help_is_in_the_language_asked_for() throws Exception {
        Encargo.Ended ended = Encargo.run(folder, "completion", "--help", "--lang", "es");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out())
                .startsWith("Uso: encargo completion")
                .contains("Muestra esta ayuda.")
                .doesNotContain("Usage", "Print", "Show");
    }

    @Test
    void wrong_usage_is_refused_in_three_lines_of_the_language_asked_for() throws Exception {
        Encargo.Ended ended = Encargo.run(folder, "--lang=es", "ordr");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err().lines())
                .containsExactly(
                        "  ✕ No existe la orden ordr.",
                        "    ¿Quería decir: order, doctor, workflow?",
                        "    Use:  encargo --help");
    }

    @Test
    void a_language_that_is_not_spoken_is_refused() throws Exception {
        Encargo.Ended ended = Encargo.run(folder, "version", "--lang", "tlh");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err().lines())
                .containsExactly(
                        "  ✕ tlh is no value for --lang.",
                        "    It takes one of: en, es.",
                        "    Use:  encargo version --help");
    }
}

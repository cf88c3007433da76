package dev.encargo.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsciiTest {
    @ParameterizedTest
    @CsvSource({
        "✓ 2 × 21.90 → €53.00, + 2 x 21.90 -> EUR 53.00",
        "'2 × 21,90 → 53,00 €', '2 x 21,90 -> 53,00 EUR'",
        "'53,00 €  c-1', '53,00 EUR  c-1'",
        "¿Cuál? Mañana…, Cual? Manana...",
        "“…UY9” names no order., \"...UY9\" names no order.",
        "山田, ??"
    })
    void signs_have_their_words_and_letters_lose_their_accents(String text, String ascii) {
        assertThat(Ascii.of(text)).isEqualTo(ascii);
    }
}

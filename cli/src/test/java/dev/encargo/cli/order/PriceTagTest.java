package dev.encargo.cli.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.cli.words.Language;
import dev.encargo.cli.words.Words;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTagTest {
    @AfterEach
    void english_again() {
        Words.speak(Language.EN);
    }

    @ParameterizedTest
    @CsvSource({
        "EN, 53.00, EUR, €53.00",
        "EN, 121000, EUR, '€121,000.00'",
        "EN, 7055, JPY, '¥7,055'",
        "ES, 53.00, EUR, '53,00 €'",
        "ES, 121000, EUR, '121.000,00 €'",
        "ES, 7055, JPY, 7.055 JPY"
    })
    void money_is_written_as_the_language_does(Language language, BigDecimal amount, String currency, String written) {
        Words.speak(language);
        assertThat(PriceTag.of(amount, currency)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"EN, 21.9, 21.90, 5.2 %", "ES, 21.9, '21,90', '5,2 %'", "ES, 0.005, '0,005', '5,2 %'"})
    void prices_and_rates_keep_their_digits(Language language, BigDecimal amount, String price, String rate) {
        Words.speak(language);
        assertThat(PriceTag.bare(amount, "EUR")).isEqualTo(price);
        assertThat(PriceTag.rate(new BigDecimal("0.0520"))).isEqualTo(rate);
    }
}

package dev.encargo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void amounts_are_written_as_the_language_writes_them() {
        assertThat(Figures.ENGLISH.money(new Money(5300, "EUR"))).isEqualTo("€53.00");
        assertThat(Figures.SPANISH.money(new Money(5300, "EUR"))).isEqualTo("53,00\u00a0€");
        assertThat(Figures.ENGLISH.money(new Money(123_456_789, "EUR"))).isEqualTo("€1,234,567.89");
        assertThat(Figures.SPANISH.money(new Money(123_456_789, "EUR"))).isEqualTo("1.234.567,89\u00a0€");
    }

    @Test
    void currencies_keep_their_decimals_and_signs() {
        assertThat(Figures.ENGLISH.money(new Money(5300, "JPY"))).isEqualTo("¥5,300");
        assertThat(Figures.ENGLISH.money(new Money(5, "USD"))).isEqualTo("$0.05");
        assertThat(Figures.SPANISH.money(new Money(5, "USD"))).isEqualTo("0,05\u00a0US$");
        assertThat(Figures.ENGLISH.money(new Money(1999, "CHF"))).isEqualTo("CHF\u00a019.99");
        assertThat(Figures.ENGLISH.money(new Money(1_999, "KWD"))).isEqualTo("KWD\u00a01.999");
    }

    @Test
    void less_than_nothing_has_a_minus_in_front() {
        assertThat(Figures.ENGLISH.money(new Money(-5300, "EUR"))).isEqualTo("−€53.00");
        assertThat(Figures.SPANISH.money(new Money(-5300, "EUR"))).isEqualTo("−53,00\u00a0€");
        assertThat(Figures.ENGLISH.quantity(-1200)).isEqualTo("−1,200");
    }

    @Test
    void rates_have_no_idle_decimals() {
        assertThat(Figures.ENGLISH.percent(new BigDecimal("0.21"))).isEqualTo("21%");
        assertThat(Figures.SPANISH.percent(new BigDecimal("0.075"))).isEqualTo("7,5\u00a0%");
        assertThat(Figures.ENGLISH.percent(new BigDecimal("0.00"))).isEqualTo("0%");
        assertThat(Figures.ENGLISH.percent(new BigDecimal("0.10"))).isEqualTo("10%");
    }

    @Test
    void dates_are_written_out() {
        assertThat(Figures.ENGLISH.date(LocalDate.of(2026, 11, 4))).isEqualTo("4 November 2026");
        assertThat(Figures.SPANISH.date(LocalDate.of(2026, 11, 4))).isEqualTo("4 de noviembre de 2026");
    }

    @Test
    void whoever_is_not_known_to_read_spanish_reads_english() {
        assertThat(Figures.of("es")).isEqualTo(Figures.SPANISH);
        assertThat(Figures.of("es-MX")).isEqualTo(Figures.SPANISH);
        assertThat(Figures.of("est")).isEqualTo(Figures.ENGLISH);
        assertThat(Figures.of(null)).isEqualTo(Figures.ENGLISH);
    }
}

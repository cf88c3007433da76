package dev.encargo.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("F10: money is exact")
class TotalsTest {

    private static Line line(String unit, int quantity, String rate, String currency) {
        Money price = Money.of(new BigDecimal(unit), currency);
        return new Line("SKU", null, quantity, price, new BigDecimal(rate), price.times(quantity));
    }

    @Test
    void a_tenth_and_two_tenths_are_three_tenths() {
        Totals totals = Totals.of(List.of(line("0.10", 1, "0", "EUR"), line("0.20", 1, "0", "EUR")), "EUR");
        assertThat(totals.gross().amount()).isEqualByComparingTo("0.30");
    }

    @Test
    void three_times_thirty_three_and_a_third_is_rounded_once_per_rate() {
        Totals totals = Totals.of(List.of(line("33.33", 3, "0.21", "EUR")), "EUR");
        assertThat(totals.net().amount()).isEqualByComparingTo("99.99");
        assertThat(totals.tax().amount()).isEqualByComparingTo("21.00");
        assertThat(totals.gross().amount()).isEqualByComparingTo("120.99");
    }

    @Test
    void yen_have_no_decimals() {
        assertThat(Totals.of(List.of(line("333", 3, "0.10", "JPY")), "JPY")
                        .gross()
                        .amount())
                .isEqualByComparingTo("1099");
        assertThatThrownBy(() -> Money.of(new BigDecimal("1.5"), "JPY")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void a_million_pieces_are_exact_and_an_overflow_is_loud() {
        assertThat(Totals.of(List.of(line("99999.99", 1_000_000, "0.21", "EUR")), "EUR")
                        .gross()
                        .amount())
                .isEqualByComparingTo("120999987900.00");
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE, "EUR").times(2)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void parts_always_sum_to_the_whole() {
        Random random = new Random(42);
        for (int round = 0; round < 2_000; round++) {
            List<Line> lines = IntStream.range(0, 1 + random.nextInt(20))
                    .mapToObj(_ -> line(
                            random.nextInt(10_000) + "." + (10 + random.nextInt(90)),
                            1 + random.nextInt(50),
                            List.of("0", "0.04", "0.10", "0.21", "0.055").get(random.nextInt(5)),
                            "EUR"))
                    .toList();
            Totals totals = Totals.of(lines, "EUR");
            assertThat(totals.net().plus(totals.tax())).isEqualTo(totals.gross());
            assertThat(totals.taxes().stream().mapToLong(t -> t.tax().minor()).sum())
                    .isEqualTo(totals.tax().minor());
            assertThat(lines.stream().mapToLong(l -> l.net().minor()).sum())
                    .isEqualTo(totals.net().minor());
        }
    }
}

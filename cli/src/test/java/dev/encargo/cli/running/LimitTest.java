package dev.encargo.cli.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.encargo.cli.WrongValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTest {

    @Test
    void one_or_more_is_a_limit_and_twenty_is_usual() {
        assertThat(Limit.checked(1)).isEqualTo(1);
        assertThat(Limit.checked(Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
        assertThat(new Limit().number()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void less_is_refused(int number) {
        assertThatExceptionOfType(WrongValue.class)
                .isThrownBy(() -> Limit.checked(number))
                .withMessage(number + " is no value for --limit.");
    }
}

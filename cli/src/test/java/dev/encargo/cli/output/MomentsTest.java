package dev.encargo.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.cli.words.Language;
import dev.encargo.cli.words.Words;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {
    @AfterEach
    void english_again() {
        Words.speak(Language.EN);
    }

    @ParameterizedTest
    @CsvSource({
        "EN, PT0.012S, 12 ms",
        "EN, PT-1S, 0 ms",
        "EN, PT1.49S, 1.4 s",
        "ES, PT1.49S, '1,4 s'",
        "EN, PT31.9S, 31 s",
        "EN, PT4M59S, 4 min",
        "EN, PT2H5M, 2 h 5 min",
        "ES, PT76H, 3 d 4 h"
    })
    void a_duration_is_said_by_its_two_largest_units(Language language, Duration time, String said) {
        Words.speak(language);
        assertThat(Moments.lasted(time)).isEqualTo(said);
    }

    @Test
    void a_moment_has_no_more_than_milliseconds() {
        Instant moment = Instant.parse("2026-11-24T17:11:14.095123456Z");
        assertThat(Moments.dayAndTime(moment)).matches("2026-11-2[345] \\d\\d:\\d\\d:14");
        assertThat(Moments.exactly(moment)).isEqualTo(Moments.dayAndTime(moment) + ".095");
    }
}

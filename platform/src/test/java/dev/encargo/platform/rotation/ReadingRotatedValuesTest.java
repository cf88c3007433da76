package dev.encargo.platform.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingRotatedValuesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3cret",
                "mongodb+srv://ana:pw@cluster",
                "{\"username\":\"ana\",\"password\":\"pw\"}",
                "{\"previous\":\"old\"}",
                "{\"current\":null}",
                "{",
                "{not json}"
            })
    void any_text_that_no_rotation_has_written_is_one_value_as_it_is(String text) {
        assertThat(RotatedValue.read(text).live()).containsExactly(text);
    }

    @Test
    void what_a_rotation_has_written_is_two_values_the_newest_first() {
        RotatedValue rotated = RotatedValue.read("old").followedBy("new");
        assertThat(rotated.text()).isEqualTo("{\"current\":\"new\",\"previous\":\"old\"}");
        assertThat(RotatedValue.read(rotated.text())).isEqualTo(rotated);
        assertThat(rotated.live()).containsExactly("new", "old");
        assertThat(rotated.followedBy("newest").live()).containsExactly("newest", "new");
    }
}

package dev.encargo.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.Line;
import dev.encargo.contracts.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongTextsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 32_768, 65_536, 262_144})
    void texts_of_any_length_are_written_and_read(int length) {
        for (String unit : new String[] {"x", "€", "\"", "\\", "😀", "\n", "\u2028"}) {
            Confidential person = new Confidential(unit.repeat(length), null, "es", null, null, null);
            assertThat(Jsons.read(Confidential.class, Jsons.write(person))).isEqualTo(person);
        }
    }

    @Test
    void numbers_are_exact_and_unknown_fields_are_skipped_however_deep() {
        Line line =
                new Line("A", null, 3, new Money(Long.MAX_VALUE, "EUR"), new BigDecimal("0.2100"), Money.zero("EUR"));
        String json = Jsons.write(line);
        String deep = "[".repeat(50_000) + "{\"a\":\"]\\\"\"}" + "]".repeat(50_000);
        assertThat(Jsons.read(Line.class, "{\"other\":" + deep + ",\"no\": null, \"yes\":true," + json.substring(1)))
                .isEqualTo(line);
    }

    @Test
    void escapes_are_read() {
        assertThat(Jsons.read(Confidential.class, "{ \"name\" : \"\\u00f1\\/\\t\\ud83d\\ude00\" , \"email\":null }")
                        .name())
                .isEqualTo("ñ/\t😀");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"name\":1x}",
                "{\"name\":\"\\q\"}",
                "{\"name\"}",
                "{\"name\":nul}",
                "{\"name\":\"a",
                "{name:1}"
            })
    void what_is_no_json_is_refused(String json) {
        assertThatThrownBy(() -> Jsons.read(Confidential.class, json))
                .isInstanceOf(RuntimeException.class)
                .hasStackTraceContaining("io.avaje.json");
    }
}

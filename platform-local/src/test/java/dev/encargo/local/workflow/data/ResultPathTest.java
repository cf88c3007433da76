package dev.encargo.local.workflow.data;

import static dev.encargo.local.workflow.Running.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultPathTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            $ | {'a':1} | 9
            $.r | {'a':1} | {'a':1,'r':9}
            $.a | {'a':1} | {'a':9}
            $.a.b.c | {} | {'a':{'b':{'c':9}}}
            $['a b'].c | {'a b':{'d':1}} | {'a b':{'d':1,'c':9}}
            $.a[1] | {'a':[1,2]} | {'a':[1,9]}
            $.foo\\.bar.\\@b | {} | {'foo.bar':{'@b':9}}
            $[0].x | [{'y':1},2] | [{'y':1,'x':9},2]
            """)
    void it_puts_the_result(String path, String input, String expected) {
        assertThat(ResultPath.compile(path).put(json(input), json("9"))).isEqualTo(json(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            $.a | "text"
            $.a | 1
            $.a | [1]
            $.a | null
            $.a.b | {'a':1}
            $.a.b | {'a':null}
            $.a[2] | {'a':[1,2]}
            $.a[0] | {'a':{}}
            $.a[0] | {}
            """)
    void where_it_has_no_place_it_fails_by_name(String path, String input) {
        JsonNode given = input.equals("text") ? json("\"text\"") : json(input);
        assertThatThrownBy(() -> ResultPath.compile(path).put(given, json("9")))
                .isInstanceOfSatisfying(
                        StatesError.class, e -> assertThat(e.error()).isEqualTo("States.ResultPathMatchFailure"));
    }

    @Test
    void the_input_itself_stays_as_it_was() {
        JsonNode input = json("{'a':{'b':1}}");
        ResultPath.compile("$.a.c").put(input, json("9"));
        assertThat(input).isEqualTo(json("{'a':{'b':1}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "$$.a", "$v.a", "$.a[*]", "$.a[0:1]", "$..a", ""})
    void what_is_no_reference_path_is_refused(String text) {
        assertThatThrownBy(() -> ResultPath.compile(text)).isInstanceOf(SyntaxProblem.class);
    }
}

package dev.encargo.local.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatternBatchTest {

    @Test
    void each_line_is_answered_in_its_place() {
        assertThat(answers("""
                        {"id":1,"pattern":{"a":[1]},"event":{"a":1.0}}

                        {"id":"two","pattern":"{\\"a\\":[\\"x\\"]}","event":"{\\"a\\":\\"y\\"}"}
                        {"id":{"k":[1, 2]},"event":{"a":"é"},"more":[{}],"pattern":{"a":["\\u00e9"]}}
                        """))
                .containsExactly(
                        "{\"id\":1,\"matches\":true}",
                        "{\"id\":\"two\",\"matches\":false}",
                        "{\"id\":{\"k\":[1, 2]},\"matches\":true}");
    }

    @Test
    void a_refused_pattern_answers_its_line_with_the_reason() {
        assertThat(answers("{\"id\":\"é\",\"pattern\":{\"a\":[]},\"event\":{\"a\":1}}"))
                .singleElement()
                .asString()
                .startsWith(
                        "{\"id\":\"é\",\"error\":\"Event pattern is not valid. Reason: Empty arrays are not allowed");
    }

    @Test
    void what_is_no_pattern_or_no_event_is_an_error_of_that_line() {
        assertThat(answers("""
                        {"id":1,"event":{}}
                        {"id":2,"pattern":{"a":[1]}}
                        {"id":3,"pattern":[1],"event":{}}
                        {"id":4,"pattern":{"a":[1]},"event":[1]}
                        {"id":5,"pattern":null,"event":{}}
                        {"id":6,"pattern":{"a":[1]},"event":"{"}
                        {"id":7,"pattern":{"a":[1]},"event":7}
                        """))
                .hasSize(7)
                .allMatch(line -> line.contains("\"error\":"))
                .anyMatch(line -> line.startsWith("{\"id\":7,"));
    }

    @Test
    void lines_that_cannot_be_read_are_answered_without_an_id() {
        assertThat(answers("nonsense\n[1]\n{\"id\":1\n{\"id\":1} x\n\"text\"\n"))
                .hasSize(5)
                .allMatch(line -> line.startsWith("{\"id\":null,\"error\":"));
    }

    @Test
    void values_reach_the_matcher_as_they_were_written() {
        assertThat(answers("""
                        {"id":1,"pattern":{"a":[123456789012345678]},"event":{"a":123456789012345678}}
                        {"id":2,"pattern":{"a":[123456789012345678]},"event":{"a":123456789012345679}}
                        {"id":3,"pattern":{"d":{"a":[1]},"d":{"b":[1]}},"event":{"d":{"b":1}}}
                        """))
                .containsExactly(
                        "{\"id\":1,\"matches\":true}", "{\"id\":2,\"matches\":false}", "{\"id\":3,\"matches\":false}");
    }

    private static List<String> answers(String lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = PatternBatch.matchBatch(
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), new PrintStream(out));
        assertThat(code).isZero();
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}

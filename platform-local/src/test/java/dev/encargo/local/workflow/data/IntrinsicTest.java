package dev.encargo.local.workflow.data;

import static dev.encargo.local.workflow.Running.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntrinsicTest {
    private static final String INPUT = """
            {"name":"Ana","n":3,"f":1.50,"t":true,"z":null,"a":[1,2,3,4],"o":{"x":1},"p":{"y":2,"x":9},
             "s":"a,b;c","e":"","dup":[1,1.0,"1",[1],[1],{"k":2},{"k":2.0}],"k":{"v w":[5]},"q":"{\\"a\\":[1]}"}""";

    private static Scope scope() {
        return new Scope(
                json(INPUT),
                () -> json("{'Execution':{'Name':'run'}}"),
                Json.object().put("v", 7),
                null,
                new Chance(1),
                Instant.EPOCH);
    }

    private static JsonNode call(String text) {
        return Intrinsic.compile(text, "x.$").evaluate(scope());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            States.Format('Hi {}', $.name) | 'Hi Ana'
            States.Format('{} {} {} {}', $.n, $.f, $.t, $.z) | '3 1.50 true null'
            States.Format('{}-{}', 'a', 2) | 'a-2'
            States.Format('no holes') | 'no holes'
            States.Format('\\'\\{\\}\\\\ {}', $.n) | '\\u0027{}\\\\ 3'
            States.Format('{}', States.Format('<{}>', $.name)) | '<Ana>'
            States.Format('{}', $v) | '7'
            States.Format('{}', $$.Execution.Name) | 'run'
            States.StringToJson($.q) | {'a':[1]}
            States.StringToJson('3') | 3
            States.JsonToString($.o) | '{\\"x\\":1}'
            States.Array() | []
            States.Array(1, 'b', $.o, null, true) | [1,'b',{'x':1},null,true]
            States.ArrayPartition($.a, 3) | [[1,2,3],[4]]
            States.ArrayPartition($.a, 9) | [[1,2,3,4]]
            States.ArrayPartition($.a, 1.6) | [[1,2],[3,4]]
            States.ArrayContains($.a, 2) | true
            States.ArrayContains($.a, 2.0) | true
            States.ArrayContains($.a, '2') | false
            States.ArrayContains($.dup, $.o) | false
            States.ArrayRange(1, 9, 2) | [1,3,5,7,9]
            States.ArrayRange(3, 1, -1) | [3,2,1]
            States.ArrayRange(3, 1, 1) | []
            States.ArrayGetItem($.a, 0) | 1
            States.ArrayGetItem($.k['v w'], 0) | 5
            States.ArrayGetItem($.a[1:3], 1) | 3
            States.ArrayLength($.a) | 4
            States.ArrayLength($.a[?(@ > 2)]) | 2
            States.ArrayUnique($.dup) | [1,'1',[1],{'k':2}]
            States.Base64Encode('Data to encode') | 'RGF0YSB0byBlbmNvZGU='
            States.Base64Decode('RGF0YSB0byBlbmNvZGU=') | 'Data to encode'
            States.Hash('input data', 'SHA-1') | 'aaff4a450a104cd177d28d18d74485e8cae074b7'
            States.Hash('input data', 'MD5') | '812f45842bc6d66ee14572ce20db8e86'
            States.JsonMerge($.o, $.p, false) | {'x':9,'y':2}
            States.MathAdd($.n, -5) | -2
            States.MathAdd(1.5, 1.4) | 3
            States.StringSplit('1,2,3', ',') | ['1','2','3']
            States.StringSplit($.s, ',;') | ['a','b','c']
            States.StringSplit(',,a,', ',') | ['a']
            States.StringSplit('abc', '+') | ['abc']
            """)
    void it_gives(String call, String expected) {
        assertThat(Json.write(call(call))).isEqualTo(Json.write(json(quoted(expected))));
    }

    private static String quoted(String text) {
        return text.startsWith("'") ? '"' + text.substring(1, text.length() - 1) + '"' : text;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "States.Format('{}')",
                "States.Format('x', 1)",
                "States.Format('{} {}', 1)",
                "States.Format('{', 1)",
                "States.Format('}', 1)",
                "States.Format('{}', $.o)",
                "States.Format('\\n')",
                "States.Format($.n)",
                "States.StringToJson('{')",
                "States.StringToJson($.n)",
                "States.StringToJson($.missing)",
                "States.ArrayPartition($.a, 0)",
                "States.ArrayPartition($.o, 1)",
                "States.ArrayContains($.o, 1)",
                "States.ArrayRange(1, 2, 0)",
                "States.ArrayRange(1, 1001, 1)",
                "States.ArrayRange(1, 2)",
                "States.ArrayGetItem($.a, 4)",
                "States.ArrayGetItem($.a, -1)",
                "States.ArrayGetItem($.a, 1.5)",
                "States.ArrayGetItem($.a, 'x')",
                "States.ArrayLength($.name)",
                "States.ArrayUnique($.name)",
                "States.Base64Decode('***')",
                "States.Base64Encode($.n)",
                "States.Hash('x', 'SHA256')",
                "States.JsonMerge($.o, $.p, true)",
                "States.JsonMerge($.o, $.a, false)",
                "States.MathRandom(2, 2)",
                "States.MathAdd('1', 2)",
                "States.StringSplit('a', '')",
                "States.UUID(1)"
            })
    void it_fails_by_name(String call) {
        assertThatThrownBy(() -> call(call)).isInstanceOfSatisfying(StatesError.class, e -> {
            assertThat(e.error()).isEqualTo("States.IntrinsicFailure");
            assertThat(e.cause()).startsWith("The function '" + call + "' had the following error: ");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "States.Nope(1)",
                "States.Format",
                "States.Format('x'",
                "States.Format('x",
                "States.Format('x',)",
                "States.Format('x') y",
                "States.Format(x)",
                "States.Format(\"x\")",
                "States.Array($.a[)"
            })
    void what_is_no_call_is_refused(String text) {
        assertThatThrownBy(() -> Intrinsic.compile(text, "x.$")).isInstanceOf(SyntaxProblem.class);
    }

    @Nested
    class Chances {
        @Test
        void an_identifier_is_a_uuid_of_version_4() {
            UUID uuid = UUID.fromString(call("States.UUID()").textValue());
            assertThat(uuid.version()).isEqualTo(4);
            assertThat(uuid.variant()).isEqualTo(2);
        }

        @Test
        void two_identifiers_of_one_template_differ() {
            JsonNode both = call("States.Array(States.UUID(), States.UUID())");
            assertThat(both.get(0)).isNotEqualTo(both.get(1));
        }

        @Test
        void a_random_number_is_at_least_the_first_and_below_the_second() {
            for (int seed = 0; seed < 200; seed++) {
                assertThat(call("States.MathRandom(1, 4, " + seed + ")").longValue())
                        .isBetween(1L, 3L);
            }
        }

        @Test
        void the_same_seed_gives_the_same_number() {
            assertThat(call("States.MathRandom(1, 999999, 7)")).isEqualTo(call("States.MathRandom(1, 999999, 7)"));
        }
    }
}

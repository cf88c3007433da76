package dev.encargo.local.workflow.engine;

import static dev.encargo.local.workflow.Running.json;
import static dev.encargo.local.workflow.Running.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.local.workflow.Running.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoosingTest {
    private static final String INPUT = """
            {"s":"b","n":5,"f":5.0,"t":true,"u":false,"z":null,"ts":"2024-01-01T12:00:00Z","off":"2024-01-01T13:00:00+01:00",
             "later":"2024-01-01T12:00:00.5Z","o":{},"l":[1],"st":"a*b","path":"log-2024.txt","empty":"","bs":"a\\\\b",
             "n2":6,"s2":"c"}""";

    private static Ran choose(String rule) {
        return run(
                "{\"StartAt\":\"S\",\"States\":{\"S\":{\"Type\":\"Choice\",\"Choices\":[{" + rule.replace('\'', '"')
                        + ",\"Next\":\"Yes\"}],\"Default\":\"No\"},"
                        + "\"Yes\":{\"Type\":\"Succeed\"},\"No\":{\"Type\":\"Succeed\"}}}",
                INPUT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            s | 'StringEquals':'b' | Yes
            s | 'StringEquals':'B' | No
            n | 'StringEquals':'5' | No
            s | 'StringLessThan':'c' | Yes
            s | 'StringLessThan':'b' | No
            s | 'StringLessThanEquals':'b' | Yes
            s | 'StringGreaterThan':'a' | Yes
            s | 'StringGreaterThan':'b' | No
            s | 'StringGreaterThanEquals':'b' | Yes
            s | 'StringEqualsPath':'$.s' | Yes
            s | 'StringLessThanPath':'$.s2' | Yes
            s | 'StringLessThanEqualsPath':'$.s' | Yes
            s | 'StringGreaterThanPath':'$.s2' | No
            s | 'StringGreaterThanEqualsPath':'$.s' | Yes
            n | 'NumericEquals':5.0 | Yes
            f | 'NumericEquals':5 | Yes
            s | 'NumericEquals':5 | No
            n | 'NumericLessThan':5.1 | Yes
            n | 'NumericLessThan':5 | No
            n | 'NumericLessThanEquals':5 | Yes
            n | 'NumericGreaterThan':4 | Yes
            n | 'NumericGreaterThanEquals':5 | Yes
            n | 'NumericGreaterThanEquals':6 | No
            n | 'NumericEqualsPath':'$.f' | Yes
            n | 'NumericLessThanPath':'$.n2' | Yes
            n | 'NumericLessThanEqualsPath':'$.f' | Yes
            n | 'NumericGreaterThanPath':'$.n2' | No
            n | 'NumericGreaterThanEqualsPath':'$.f' | Yes
            n | 'NumericEqualsPath':'$.s' | No
            t | 'BooleanEquals':true | Yes
            u | 'BooleanEquals':true | No
            s | 'BooleanEquals':true | No
            t | 'BooleanEqualsPath':'$.u' | No
            ts | 'TimestampEquals':'2024-01-01T12:00:00Z' | Yes
            off | 'TimestampEquals':'2024-01-01T12:00:00Z' | Yes
            ts | 'TimestampLessThan':'2024-01-01T12:00:01Z' | Yes
            ts | 'TimestampLessThanEquals':'2024-01-01T12:00:00Z' | Yes
            ts | 'TimestampGreaterThan':'2024-01-01T12:00:00Z' | No
            ts | 'TimestampGreaterThanEquals':'2024-01-01T12:00:00Z' | Yes
            ts | 'TimestampEqualsPath':'$.off' | Yes
            ts | 'TimestampLessThanPath':'$.later' | Yes
            ts | 'TimestampLessThanEqualsPath':'$.off' | Yes
            ts | 'TimestampGreaterThanPath':'$.later' | No
            ts | 'TimestampGreaterThanEqualsPath':'$.off' | Yes
            s | 'TimestampEquals':'2024-01-01T12:00:00Z' | No
            path | 'StringMatches':'log-*.txt' | Yes
            path | 'StringMatches':'*' | Yes
            path | 'StringMatches':'*log*' | Yes
            path | 'StringMatches':'log' | No
            path | 'StringMatches':'*.tx' | No
            empty | 'StringMatches':'*' | Yes
            st | 'StringMatches':'a\\\\*b' | Yes
            path | 'StringMatches':'log\\\\*' | No
            bs | 'StringMatches':'a\\\\\\\\b' | Yes
            n | 'StringMatches':'*' | No
            z | 'IsNull':true | Yes
            n | 'IsNull':true | No
            n | 'IsNull':false | Yes
            z | 'IsPresent':true | Yes
            nope | 'IsPresent':true | No
            nope | 'IsPresent':false | Yes
            n | 'IsNumeric':true | Yes
            s | 'IsNumeric':true | No
            s | 'IsString':true | Yes
            n | 'IsString':false | Yes
            u | 'IsBoolean':true | Yes
            z | 'IsBoolean':true | No
            ts | 'IsTimestamp':true | Yes
            s | 'IsTimestamp':true | No
            l | 'IsString':true | No
            """)
    void a_comparison_leads_to(String variable, String test, String expected) {
        assertThat(choose("'Variable':'$." + variable + "'," + test).states()).containsExactly("S", expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'Not':{'Variable':'$.n','NumericEquals':1} | Yes
            'And':[{'Variable':'$.n','NumericEquals':5},{'Variable':'$.t','BooleanEquals':true}] | Yes
            'And':[{'Variable':'$.n','NumericEquals':5},{'Variable':'$.t','BooleanEquals':false}] | No
            'Or':[{'Variable':'$.n','NumericEquals':1},{'Variable':'$.t','BooleanEquals':true}] | Yes
            'Or':[{'Variable':'$.n','NumericEquals':1},{'Variable':'$.n','NumericEquals':2}] | No
            'And':[{'Not':{'Or':[{'Variable':'$.n','NumericEquals':1}]}},{'Variable':'$.s','IsString':true}] | Yes
            'And':[{'Variable':'$.x','IsPresent':true},{'Variable':'$.x','NumericEquals':1}] | No
            """)
    void a_combination_leads_to(String rule, String expected) {
        assertThat(choose(rule).states()).containsExactly("S", expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Variable':'$.nope','StringEquals':'x'",
                "'Variable':'$.nope','IsNull':true",
                "'Variable':'$.n','NumericEqualsPath':'$.nope'"
            })
    void a_missing_value_is_a_runtime_error(String rule) {
        Ran ran = choose(rule);
        assertThat(ran.error()).isEqualTo("States.Runtime");
        assertThat(ran.cause())
                .isEqualTo("An error occurred while executing the state 'S' (entered at the event id #2). Invalid path"
                        + " '$.nope': The choice state's condition path references an invalid value.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\\\x", "a\\\\", "*\\\\\\\\\\\\"})
    void a_pattern_with_an_open_escape_is_a_runtime_error(String pattern) {
        Ran ran = choose("'Variable':'$.s','StringMatches':'" + pattern + "'");
        assertThat(ran.error()).isEqualTo("States.Runtime");
        assertThat(ran.cause()).contains("There is an open escape");
    }

    @Test
    void without_a_match_and_a_default_it_fails() {
        Ran ran = run(
                "{'StartAt':'S','States':{'S':{'Type':'Choice','Choices':[{'Variable':'$.n','NumericEquals':1,'Next':'Y'}]},"
                        + "'Y':{'Type':'Succeed'}}}",
                "{'n':2}");
        assertThat(ran.error()).isEqualTo("States.NoChoiceMatched");
        assertThat(ran.cause())
                .endsWith("Failed to transition out of the state. The state does not point to a next state.");
    }

    @Test
    void the_first_rule_that_holds_wins_and_sets_its_variables() {
        Ran ran = run(
                "{'StartAt':'S','States':{'S':{'Type':'Choice','Assign':{'v':'default'},'Choices':["
                        + "{'Variable':'$.n','NumericGreaterThan':1,'Assign':{'v':'first'},'Next':'Y'},"
                        + "{'Variable':'$.n','NumericGreaterThan':0,'Assign':{'v':'second'},'Next':'Y'}],'Default':'Y'},"
                        + "'Y':{'Type':'Pass','Parameters':{'v.$':'$v'},'End':true}}}",
                "{'n':2}");
        assertThat(ran.output()).isEqualTo(json("{'v':'first'}"));
    }

    @Test
    void it_looks_at_its_effective_input_and_gives_it_on() {
        Ran ran = run(
                "{'StartAt':'S','States':{'S':{'Type':'Choice','InputPath':'$.in','OutputPath':'$.out','Choices':["
                        + "{'Variable':'$.n','NumericEquals':1,'Next':'Y'}]},'Y':{'Type':'Succeed'}}}",
                "{'in':{'n':1,'out':[2]}}");
        assertThat(ran.output()).isEqualTo(json("[2]"));
    }
}

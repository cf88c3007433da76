package dev.encargo.local.workflow.engine;

import static dev.encargo.local.workflow.Running.json;
import static dev.encargo.local.workflow.Running.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.local.workflow.Running.Ran;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunningJsonataTest {
    private static String machine(String fields) {
        return "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"S\",\"States\":{\"S\":{" + fields.replace('~', '"') + "}"
                + (fields.contains("~Rescue~") ? ",\"Rescue\":{\"Type\":\"Pass\",\"End\":true}" : "") + "}}";
    }

    private static Ran pass(String output, String input) {
        return run(machine("~Type~:~Pass~,~End~:true,~Output~:" + output), input);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ~plain~ | {} | 'plain'
            ~{% $states.input.a + 1 %}~ | {'a':1} | 2
            ~{%$states.input.a%}~ | {'a':null} | null
            {~x~:~{% $states.input.a %}~,~y~:[1,~{% 'z' %}~]} | {'a':1} | {'x':1,'y':[1,'z']}
            ~{% $states.input %}~ | {'a':[1,{'b':null}]} | {'a':[1,{'b':null}]}
            ~{% $states.context.Execution.Name %}~ | {} | 'run'
            ~{% $states.context.State.Name & '!' %}~ | {} | 'S!'
            ~{% $partition([1,2,3,4], 3) %}~ | {} | [[1,2,3],[4]]
            ~{% $range(0, 4, 2) %}~ | {} | [0,2,4]
            ~{% $hash('input data', 'SHA-1') %}~ | {} | 'aaff4a450a104cd177d28d18d74485e8cae074b7'
            ~{% $parse('{\\~a\\~:[1.5]}').a %}~ | {} | [1.5]
            ~{% $length($uuid()) %}~ | {} | 36
            ~{% $random() < 1 %}~ | {} | true
            ~{% $random(7) = $random(7) %}~ | {} | true
            ~{% $now() %}~ | {} | '2026-11-24T09:00:00.000Z'
            ~{% $millis() %}~ | {} | 1795510800000
            ~{% $sum($states.input.l.n) %}~ | {'l':[{'n':1},{'n':2}]} | 3
            ~{% 5 / 2 %}~ | {} | 2.5
            ~{% 4 / 2 %}~ | {} | 2
            ~{% $map([1,2], function($x){ $x * 2 }) %}~ | {} | [2,4]
            ~{% $states.input.empty %}~ | {'empty':[]} | []
            ~{% $count($states.input.l[n > 1]) %}~ | {'l':[{'n':1},{'n':2}]} | 1
            """)
    void an_output_is(String output, String input, String expected) {
        Ran ran = pass(output, input);
        assertThat(ran.output()).as(ran.cause()).isEqualTo(json(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {~v~:~{% $states.input.nope %}~} | The JSONata expression '$states.input.nope' specified for the field 'Output/v' returned nothing (undefined).
            ~{% 1 + 'a' %}~ | The JSONata expression '1 + 'a'' specified for the field 'Output' threw an error during evaluation. T2002
            ~{% $sum %}~ | The JSONata expression '$sum' specified for the field 'Output' returned an unsupported result type.
            ~{% $eval('1') %}~ | The JSONata expression '$eval('1')' specified for the field 'Output' threw an error during evaluation.
            ~{% $nobody %}~ | The JSONata expression '$nobody' specified for the field 'Output' returned nothing (undefined).
            """)
    void an_expression_that_gives_nothing_fails_by_name(String output, String cause) {
        Ran ran = pass(output, "{}");
        assertThat(ran.error()).isEqualTo("States.QueryEvaluationError");
        assertThat(ran.cause())
                .startsWith("An error occurred while executing the state 'S' (entered at the event id #2). " + cause);
        assertThat(ran.types()).contains("EvaluationFailed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ~{% $states.input.n + 1 %}~ | {"n":1e400}
            ~{% $states.input.n + 1 %}~ | {"n":-1e400}
            ~{% $parse('1e400') %}~ | {}
            ~{% $power(10, 400) %}~ | {}
            """)
    void a_number_that_jsonata_does_not_have_fails_by_name(String output, String input) {
        Ran ran = pass(output, input);
        assertThat(ran.error()).isEqualTo("States.QueryEvaluationError");
        assertThat(ran.cause()).doesNotContain("Exception", "Infinite");
    }

    @Test
    void an_expression_that_never_ends_fails_by_name_within_seconds() {
        long start = System.nanoTime();
        Ran ran = pass("~{% ($f := function($n){ $f($n) }; $f(1)) %}~", "{}");
        assertThat(ran.error()).isEqualTo("States.QueryEvaluationError");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void a_variable_may_have_any_letters() {
        Ran ran = run(
                "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\","
                        + "\"Assign\":{\"größe\":4},\"Next\":\"B\"},"
                        + "\"B\":{\"Type\":\"Pass\",\"Output\":\"{% $größe * 2 %}\",\"End\":true}}}",
                "{}");
        assertThat(ran.output()).as(ran.cause()).isEqualTo(json("8"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ~Type~:~Wait~,~Seconds~:~{% -1 %}~ | Seconds | an integer between 0 and 99999999, but was -1
            ~Type~:~Wait~,~Seconds~:~{% 1.5 %}~ | Seconds | an integer between 0 and 99999999, but was 1.5
            ~Type~:~Wait~,~Timestamp~:~{% 'abc' %}~ | Timestamp | an RFC 3339 timestamp, but was \"abc\"
            TASK,~TimeoutSeconds~:~{% -5 %}~ | TimeoutSeconds | an integer between 1 and 99999999, but was -5
            TASK,~HeartbeatSeconds~:~{% 0 %}~ | HeartbeatSeconds | an integer between 1 and 99999999, but was 0
            MAP,~MaxConcurrency~:~{% -2 %}~ | MaxConcurrency | an integer between 0 and 9223372036854775807, but was -2
            MAP,~ToleratedFailureCount~:~{% -1 %}~ | ToleratedFailureCount | an integer between 0 and 2147483647, but was -1
            MAP,~ToleratedFailurePercentage~:~{% -1 %}~ | ToleratedFailurePercentage | a number from 0 to 100, but was -1
            MAP,~ToleratedFailurePercentage~:~{% 100.5 %}~ | ToleratedFailurePercentage | a number from 0 to 100, but was 100.5
            """)
    void a_value_that_its_field_does_not_accept_fails_by_name(String fields, String field, String expected) {
        Ran ran = run(machine(expand(fields) + ",~End~:true"), "{}");
        assertThat(ran.error()).isEqualTo("States.QueryEvaluationError");
        assertThat(ran.cause())
                .contains("specified for the field '" + field
                        + "' returned a value that the field does not accept. Expected " + expected);
    }

    private static String expand(String fields) {
        return fields.replace("TASK", "~Type~:~Task~,~Resource~:~arn:aws:states:::lambda:invoke~")
                .replace(
                        "MAP",
                        "~Type~:~Map~,~Items~:[1],~ItemProcessor~:{~StartAt~:~I~,~States~:"
                                + "{~I~:{~Type~:~Pass~,~End~:true}}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            TASK,~TimeoutSeconds~:~{% -5 %}~
            TASK,~TimeoutSeconds~:~{% 5 %}~,~HeartbeatSeconds~:~{% 5 %}~
            MAP,~MaxConcurrency~:~{% -2 %}~
            MAP,~ToleratedFailurePercentage~:~{% 101 %}~
            """)
    void a_value_that_its_field_does_not_accept_can_be_caught(String fields) {
        Ran ran = run(
                machine(expand(fields) + ",~Catch~:[{~ErrorEquals~:[~States.QueryEvaluationError~],"
                        + "~Next~:~Rescue~}],~End~:true"),
                "{}");
        assertThat(ran.states()).as(ran.cause()).containsExactly("S", "Rescue");
    }

    @Test
    void a_task_has_arguments_result_and_variables() {
        Ran ran = run(
                machine("~Type~:~Task~,~Resource~:~arn:aws:states:::lambda:invoke~,"
                        + "~Arguments~:{~n~:~{% $states.input.a %}~},~Assign~:{~r~:~{% $states.result.v %}~},"
                        + "~Output~:{~in~:~{% $states.input.a %}~,~out~:~{% $states.result.v %}~},~End~:true"),
                "{'a':1}",
                "{'S':[{'return':{'v':5}}]}");
        assertThat(ran.output()).isEqualTo(json("{'in':1,'out':5}"));
        assertThat(ran.events().stream()
                        .filter(event -> event.type().equals("TaskStateExited"))
                        .map(event -> event.details()
                                .path("assignedVariables")
                                .path("r")
                                .intValue()))
                .containsExactly(5);
    }

    @Test
    void the_output_of_a_task_is_its_result_when_nothing_is_said() {
        Ran ran = run(
                machine("~Type~:~Task~,~Resource~:~arn:aws:states:::lambda:invoke~,~End~:true"),
                "{'a':1}",
                "{'S':[{'return':[1]}]}");
        assertThat(ran.output()).isEqualTo(json("[1]"));
    }

    @Test
    void a_catcher_has_the_error_output() {
        Ran ran = run(
                machine("~Type~:~Task~,~Resource~:~arn:aws:states:::lambda:invoke~,~Catch~:[{~ErrorEquals~:[~E~],"
                        + "~Output~:{~e~:~{% $states.errorOutput.Error & $states.errorOutput.Cause %}~,"
                        + "~i~:~{% $states.input %}~},~Next~:~Rescue~}],~End~:true"),
                "{'a':1}",
                "{'S':[{'throw':{'error':'E','cause':'c'}}]}");
        assertThat(ran.output()).isEqualTo(json("{'e':'Ec','i':{'a':1}}"));
    }

    @Test
    void a_failed_expression_can_be_caught() {
        Ran ran = run(
                machine("~Type~:~Task~,~Resource~:~arn:aws:states:::lambda:invoke~,~Arguments~:~{% $states.input.x %}~,"
                        + "~Catch~:[{~ErrorEquals~:[~States.QueryEvaluationError~],~Next~:~Rescue~}],~End~:true"),
                "{}");
        assertThat(ran.states()).containsExactly("S", "Rescue");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ~Type~:~Wait~,~Seconds~:~{% $states.input.n %}~,~End~:true | {'n':30} | 30
            ~Type~:~Wait~,~Timestamp~:~{% $states.input.at %}~,~End~:true | {'at':'2026-11-24T09:01:00Z'} | 60
            ~Type~:~Wait~,~Seconds~:5,~End~:true | {} | 5
            ~Type~:~Wait~,~Timestamp~:~{% $fromMillis($millis() + 2000) %}~,~End~:true | {} | 2
            """)
    void a_wait_lasts(String fields, String input, long seconds) {
        Ran ran = run(machine(fields), input);
        assertThat(ran.status()).as(ran.cause()).isEqualTo("SUCCEEDED");
        assertThat(ran.took()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void a_wait_for_text_fails_by_name() {
        Ran ran = run(machine("~Type~:~Wait~,~Seconds~:~{% 'x' %}~,~End~:true"), "{}");
        assertThat(ran.error()).isEqualTo("States.QueryEvaluationError");
        assertThat(ran.cause())
                .endsWith(
                        "The JSONata expression ''x'' specified for the field 'Seconds' returned an unexpected result type."
                                + " Expected 'number', but was 'string' for value: \"x\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'n':5} | Rescue
            {'n':-5} | S
            """)
    void a_choice_tests_a_condition(String input, String last) {
        Ran ran = run(
                machine(
                        "~Type~:~Choice~,~Choices~:[{~Condition~:~{% $states.input.n > 0 %}~,~Output~:~{% $states.input.n %}~,"
                                + "~Next~:~Rescue~}]"),
                input);
        assertThat(ran.states().getLast()).isEqualTo(last);
        assertThat(ran.error()).isEqualTo(last.equals("S") ? "States.NoChoiceMatched" : null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'n':1} | {'n':1}
            {'n':2} | 'second'
            {'n':3} | 'default'
            """)
    void a_rule_without_an_output_passes_the_input_on_and_leaves_the_states_output_to_the_default(
            String input, String output) {
        Ran ran = run(
                machine("~Type~:~Choice~,~Choices~:[{~Condition~:~{% $states.input.n = 1 %}~,~Next~:~Rescue~},"
                        + "{~Condition~:~{% $states.input.n = 2 %}~,~Output~:~second~,~Next~:~Rescue~}],"
                        + "~Default~:~Rescue~,~Output~:~default~"),
                input);
        assertThat(ran.output()).as(ran.cause()).isEqualTo(json(output));
    }

    @Test
    void a_condition_that_is_no_boolean_fails_by_name() {
        Ran ran = run(
                machine("~Type~:~Choice~,~Choices~:[{~Condition~:~{% 1 %}~,~Next~:~Rescue~}],~Default~:~Rescue~"),
                "{}");
        assertThat(ran.error()).isEqualTo("States.QueryEvaluationError");
    }

    @Test
    void a_map_goes_over_computed_items() {
        Ran ran = run(
                machine("~Type~:~Map~,~Items~:~{% [1..3] %}~,~MaxConcurrency~:~{% 1 + 1 %}~,"
                        + "~ItemSelector~:{~v~:~{% $states.context.Map.Item.Value %}~,~k~:~{% $states.input.k %}~},"
                        + "~ItemProcessor~:{~StartAt~:~I~,~States~:{~I~:{~Type~:~Pass~,"
                        + "~Output~:~{% $states.input.v * $states.input.k %}~,~End~:true}}},"
                        + "~Output~:~{% $sum($states.result) %}~,~End~:true"),
                "{'k':10}");
        assertThat(ran.output()).as(ran.cause()).isEqualTo(json("60"));
    }

    @Test
    void a_parallel_gives_its_arguments_to_every_branch() {
        Ran ran = run(
                machine("~Type~:~Parallel~,~Arguments~:{~v~:~{% $states.input.a %}~},~Branches~:["
                        + "{~StartAt~:~X~,~States~:{~X~:{~Type~:~Pass~,~End~:true}}}],"
                        + "~Output~:{~r~:~{% $states.result %}~},~End~:true"),
                "{'a':1}");
        assertThat(ran.output()).isEqualTo(json("{'r':[{'v':1}]}"));
    }

    @Test
    void a_fail_state_computes_error_and_cause() {
        Ran ran = run(
                machine("~Type~:~Fail~,~Error~:~{% $states.input.e %}~,~Cause~:~{% 'why ' & $states.input.e %}~"),
                "{'e':'E'}");
        assertThat(ran.error()).isEqualTo("E");
        assertThat(ran.cause()).isEqualTo("why E");
    }

    @Test
    void one_state_of_a_json_path_machine_may_use_it() {
        Ran ran = run(
                "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"Assign\":{\"v.$\":\"$.a\"},\"Next\":\"B\"},"
                        + "\"B\":{\"Type\":\"Pass\",\"QueryLanguage\":\"JSONata\",\"Output\":\"{% $v * 2 %}\",\"End\":true}}}",
                "{'a':4}");
        assertThat(ran.output()).isEqualTo(json("8"));
    }
}

package dev.encargo.local.workflow.engine;

import static dev.encargo.local.workflow.Running.definition;
import static dev.encargo.local.workflow.Running.json;
import static dev.encargo.local.workflow.Running.only;
import static dev.encargo.local.workflow.Running.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.local.workflow.Running.Ran;
import dev.encargo.local.workflow.definition.WorkflowType;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitingAndEndingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'Seconds':3600 | {} | 3600
            'Seconds':0 | {} | 0
            'SecondsPath':'$.n' | {'n':90} | 90
            'SecondsPath':'$.n' | {'n':0} | 0
            'InputPath':'$.in','SecondsPath':'$.n' | {'in':{'n':5}} | 5
            'Timestamp':'2026-11-24T10:00:00Z' | {} | 3600
            'Timestamp':'2026-11-24T10:00:00+01:00' | {} | 0
            'Timestamp':'2001-01-01T00:00:00Z' | {} | 0
            'TimestampPath':'$.at' | {'at':'2026-11-24T09:00:01Z'} | 1
            'SecondsPath':'$$.Execution.Input.n' | {'n':4} | 4
            """)
    void a_wait_lasts(String fields, String input, long seconds) {
        Ran ran = run(only("'Type':'Wait','End':true," + fields), input);
        assertThat(ran.status()).as(ran.cause()).isEqualTo("SUCCEEDED");
        assertThat(ran.took()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'SecondsPath':'$.n' | {}
            'SecondsPath':'$.n' | {'n':-1}
            'SecondsPath':'$.n' | {'n':'5'}
            'SecondsPath':'$.n' | {'n':1.5}
            'TimestampPath':'$.n' | {'n':'tomorrow'}
            'TimestampPath':'$.n' | {'n':5}
            """)
    void a_wait_for_nonsense_is_a_runtime_error(String fields, String input) {
        Ran ran = run(only("'Type':'Wait','End':true," + fields), input);
        assertThat(ran.error()).isEqualTo("States.Runtime");
        assertThat(ran.cause()).contains("the field '" + fields.split("'")[1] + "'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'Comment':'x' | null | null
            'Error':'E' | E | null
            'Error':'E','Cause':'why' | E | why
            'Cause':'why' | null | why
            'ErrorPath':'$.e','CausePath':'$.c' | Oops | because
            'ErrorPath':'States.Format(\\u0027{}!\\u0027, $.e)' | Oops! | null
            'ErrorPath':'$.n' | States.Runtime | *
            'ErrorPath':'$.nope' | States.Runtime | *
            """)
    void a_fail_state_fails_with(String fields, String error, String cause) {
        Ran ran = run(only("'Type':'Fail'," + fields), "{'e':'Oops','c':'because','n':1}");
        assertThat(ran.status()).isEqualTo("FAILED");
        assertThat(String.valueOf(ran.error())).isEqualTo(error);
        if (!cause.equals("*")) {
            assertThat(String.valueOf(ran.cause())).isEqualTo(cause);
        }
        assertThat(ran.output()).isNull();
    }

    @Test
    void a_succeed_state_ends_with_what_its_paths_select() {
        Ran ran = run(only("'Type':'Succeed','InputPath':'$.a','OutputPath':'$.b'"), "{'a':{'b':7}}");
        assertThat(ran.output()).isEqualTo(json("7"));
        assertThat(ran.types())
                .containsExactly("ExecutionStarted", "SucceedStateEntered", "SucceedStateExited", "ExecutionSucceeded");
    }

    @Test
    void an_execution_of_two_states_for_ever_ends_at_25_000_events() {
        Ran ran = run(
                "{'StartAt':'A','States':{'A':{'Type':'Pass','Next':'B'},'B':{'Type':'Choice','Choices':["
                        + "{'Variable':'$.enough','IsPresent':true,'Next':'C'}],'Default':'A'},'C':{'Type':'Succeed'}}}",
                "{}");
        assertThat(ran.status()).isEqualTo("FAILED");
        assertThat(ran.error()).isEqualTo("States.Runtime");
        assertThat(ran.cause()).isEqualTo("The execution reached the maximum number of history events (25000).");
        assertThat(ran.events()).hasSize(25_000);
        assertThat(ran.events().getLast().type()).isEqualTo("ExecutionFailed");
    }

    @Test
    void an_express_execution_ends_after_five_minutes() {
        Ran ran = run(
                definition(only("'Type':'Wait','Seconds':301,'End':true"), WorkflowType.EXPRESS),
                json("{}"),
                json("{}"));
        assertThat(ran.status()).isEqualTo("TIMED_OUT");
        assertThat(ran.took()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void an_input_of_more_than_256_kib_starts_nothing() {
        Ran ran = run(only("'Type':'Succeed'"), "'" + "x".repeat(262_143) + "'");
        assertThat(ran.error()).isEqualTo("States.DataLimitExceeded");
        assertThat(ran.states()).isEmpty();
    }

    @Test
    void the_ids_of_events_have_no_gaps() {
        Ran ran = run(only("'Type':'Pass','End':true"), "{}");
        for (int i = 0; i < ran.events().size(); i++) {
            assertThat(ran.events().get(i).id()).isEqualTo(i + 1);
            assertThat(ran.events().get(i).previousId()).isLessThan(i + 1);
        }
    }
}

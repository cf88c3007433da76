package dev.encargo.local.workflow.engine;

import static dev.encargo.local.workflow.Running.json;
import static dev.encargo.local.workflow.Running.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.local.workflow.Running.Ran;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunningTasksTest {
    private static final String INVOKE = "'Type':'Task','Resource':'arn:aws:states:::lambda:invoke'";
    private static final String WAITING =
            "'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage.waitForTaskToken'";

    private static Ran task(String fields, String input, String mocks) {
        return run(
                "{'StartAt':'T','States':{'T':{" + fields + ",'Next':'Done'},'Done':{'Type':'Succeed'}"
                        + (fields.contains("'Rescue'") ? ",'Rescue':{'Type':'Pass','End':true}" : "") + "}}",
                input,
                "{'T':" + mocks + "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'Comment':'x' | {'r':1} | {'r':1}
            'ResultSelector':{'v.$':'$.r'} | {'r':1} | {'v':1}
            'ResultSelector':{'v.$':'$.r'},'ResultPath':'$.t' | {'r':1} | {'a':5,'t':{'v':1}}
            'ResultPath':null | {'r':1} | {'a':5}
            'ResultPath':'$.t','OutputPath':'$.t.r' | {'r':1} | 1
            """)
    void the_result_goes_through_selector_and_paths(String fields, String result, String expected) {
        Ran ran = task(INVOKE + "," + fields, "{'a':5}", "[{'return':" + result + "}]");
        assertThat(ran.output()).as(ran.cause()).isEqualTo(json(expected));
    }

    @Test
    void the_history_names_each_event_as_aws_does() {
        assertThat(task(INVOKE, "{}", "[{'return':1}]").types())
                .containsExactly(
                        "ExecutionStarted",
                        "TaskStateEntered",
                        "TaskScheduled",
                        "TaskStarted",
                        "TaskSucceeded",
                        "TaskStateExited",
                        "SucceedStateEntered",
                        "SucceedStateExited",
                        "ExecutionSucceeded");
    }

    @Test
    void a_function_by_its_own_name_has_its_own_events() {
        Ran ran = task(
                "'Type':'Task','Resource':'arn:aws:lambda:eu-west-1:000000000000:function:F'", "{}", "[{'return':1}]");
        assertThat(ran.types()).contains("LambdaFunctionScheduled", "LambdaFunctionStarted", "LambdaFunctionSucceeded");
    }

    @Test
    void without_a_mock_it_says_so() {
        Ran ran = run("{'StartAt':'T','States':{'T':{" + INVOKE + ",'End':true}}}", "{}");
        assertThat(ran.error()).isEqualTo("States.TaskFailed");
        assertThat(ran.cause()).startsWith("No mock was given for the state 'T'");
    }

    @Test
    void a_result_of_more_than_256_kib_is_caught_by_its_name_only() {
        String big = "[{'return':'" + "x".repeat(262_143) + "'}]";
        Ran named = task(INVOKE + ",'Catch':[{'ErrorEquals':['States.DataLimitExceeded'],'Next':'Rescue'}]", "{}", big);
        assertThat(named.output())
                .isEqualTo(json("{'Error':'States.DataLimitExceeded','Cause':\"x\"}".replace("\"x\"", "''"))
                        .<com.fasterxml.jackson.databind.node.ObjectNode>require()
                        .put(
                                "Cause",
                                "The state/task 'lambda' returned a result with a size exceeding the maximum number of"
                                        + " bytes service limit."));
        Ran all = task(INVOKE + ",'Catch':[{'ErrorEquals':['States.ALL'],'Next':'Rescue'}]", "{}", big);
        assertThat(all.error()).isEqualTo("States.DataLimitExceeded");
    }

    @Test
    void a_result_of_256_kib_is_not_too_large() {
        Ran ran = task(INVOKE + ",'ResultPath':null", "{}", "[{'return':'" + "x".repeat(262_142) + "'}]");
        assertThat(ran.status()).isEqualTo("SUCCEEDED");
    }

    @Nested
    class Retrying {
        @Test
        void waits_longer_each_time_and_then_gives_up() {
            Ran ran = task(
                    INVOKE + ",'Retry':[{'ErrorEquals':['E'],'IntervalSeconds':3,'MaxAttempts':2,'BackoffRate':1.5}]",
                    "{}",
                    "[{'throw':{'error':'E','cause':'c'}}]");
            assertThat(ran.error()).isEqualTo("E");
            assertThat(ran.cause()).isEqualTo("c");
            assertThat(ran.took()).isEqualTo(Duration.ofMillis(7500));
            assertThat(ran.states()).containsExactly("T");
        }

        @Test
        void is_three_times_from_one_second_doubled_when_nothing_is_said() {
            Ran ran = task(INVOKE + ",'Retry':[{'ErrorEquals':['States.ALL']}]", "{}", "[{'throw':{'error':'E'}}]");
            assertThat(ran.took()).isEqualTo(Duration.ofSeconds(1 + 2 + 4));
        }

        @Test
        void is_never_later_than_the_longest_delay() {
            Ran ran = task(
                    INVOKE + ",'Retry':[{'ErrorEquals':['E'],'IntervalSeconds':2,'MaxAttempts':4,'MaxDelaySeconds':5}]",
                    "{}",
                    "[{'throw':{'error':'E'}}]");
            assertThat(ran.took()).isEqualTo(Duration.ofSeconds(2 + 4 + 5 + 5));
        }

        @Test
        void with_full_jitter_is_at_most_that_late() {
            Ran ran = task(
                    INVOKE
                            + ",'Retry':[{'ErrorEquals':['E'],'IntervalSeconds':10,'MaxAttempts':1,'JitterStrategy':'FULL'}]",
                    "{}",
                    "[{'throw':{'error':'E'}},{'return':1}]");
            assertThat(ran.took()).isBetween(Duration.ZERO, Duration.ofSeconds(10));
            assertThat(ran.took()).isNotIn(Duration.ZERO, Duration.ofSeconds(10));
        }

        @Test
        void counts_each_retrier_on_its_own() {
            Ran ran = task(
                    INVOKE + ",'Retry':[{'ErrorEquals':['A','B'],'IntervalSeconds':1,'BackoffRate':2,'MaxAttempts':2},"
                            + "{'ErrorEquals':['C'],'IntervalSeconds':5}],"
                            + "'Catch':[{'ErrorEquals':['States.ALL'],'Next':'Rescue'}]",
                    "{}",
                    "[{'throw':{'error':'A'}},{'throw':{'error':'B'}},{'throw':{'error':'C'}},{'throw':{'error':'B'}}]");
            assertThat(ran.took()).isEqualTo(Duration.ofSeconds(1 + 2 + 5));
            assertThat(ran.states()).containsExactly("T", "Rescue");
            assertThat(ran.output()).isEqualTo(json("{'Error':'B','Cause':''}"));
        }

        @Test
        void tells_the_task_how_often_it_was_tried() {
            Ran ran = task(
                    INVOKE + ",'Parameters':{'n.$':'$$.State.RetryCount'},'Retry':[{'ErrorEquals':['E']}]",
                    "{}",
                    "[{'throw':{'error':'E'}},{'return':1}]");
            assertThat(ran.events().stream()
                            .filter(event -> event.type().equals("TaskScheduled"))
                            .map(event ->
                                    event.details().path("parameters").path("n").intValue()))
                    .containsExactly(0, 1);
        }

        @Test
        void never_happens_with_no_attempts() {
            Ran ran = task(
                    INVOKE + ",'Retry':[{'ErrorEquals':['E'],'MaxAttempts':0},{'ErrorEquals':['States.ALL']}]",
                    "{}",
                    "[{'throw':{'error':'E'}}]");
            assertThat(ran.took()).isEqualTo(Duration.ZERO);
        }
    }

    @Nested
    class Catching {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                E | 'E' | yes
                E | 'X','E' | yes
                E | 'e' | no
                E | 'States.ALL' | yes
                E | 'States.TaskFailed' | yes
                E | 'States.Timeout' | no
                States.Timeout | 'States.Timeout' | yes
                States.Timeout | 'States.ALL' | yes
                States.Timeout | 'States.TaskFailed' | no
                States.Permissions | 'States.Permissions' | yes
                States.Runtime | 'States.ALL' | no
                States.Runtime | 'States.Runtime' | no
                States.HeartbeatTimeout | 'States.HeartbeatTimeout' | yes
                States.HeartbeatTimeout | 'States.Timeout' | yes
                """)
        void an_error_is_taken_by(String error, String names, String taken) {
            Ran ran = task(
                    INVOKE + ",'Catch':[{'ErrorEquals':[" + names + "],'Next':'Rescue'}]",
                    "{}",
                    "[{'throw':{'error':'" + error + "','cause':'why'}}]");
            assertThat(ran.states())
                    .isEqualTo(taken.equals("yes") ? java.util.List.of("T", "Rescue") : java.util.List.of("T"));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                'Comment':'x' | {'Error':'E','Cause':'why'}
                'ResultPath':'$.err' | {'a':1,'err':{'Error':'E','Cause':'why'}}
                'ResultPath':'$' | {'Error':'E','Cause':'why'}
                'ResultPath':null | {'a':1}
                """)
        void the_error_goes_where_the_catcher_says(String fields, String expected) {
            Ran ran = task(
                    INVOKE + ",'OutputPath':'$.ignored','Catch':[{'ErrorEquals':['E'],'Next':'Rescue'," + fields + "}]",
                    "{'a':1}",
                    "[{'throw':{'error':'E','cause':'why'}}]");
            assertThat(ran.output()).isEqualTo(json(expected));
        }

        @Test
        void a_catcher_sets_variables_from_the_error() {
            Ran ran = run(
                    "{'StartAt':'T','States':{'T':{" + INVOKE + ",'Catch':[{'ErrorEquals':['E'],'Next':'R','Assign':"
                            + "{'why.$':'$.Cause'}}],'End':true},'R':{'Type':'Pass','InputPath':'$why','End':true}}}",
                    "{}",
                    "{'T':[{'throw':{'error':'E','cause':'c'}}]}");
            assertThat(ran.output()).isEqualTo(json("\"c\""));
        }

        @Test
        void a_selector_that_fails_can_be_caught() {
            Ran ran = task(
                    INVOKE + ",'ResultSelector':{'x.$':'$.nope'},"
                            + "'Catch':[{'ErrorEquals':['States.ParameterPathFailure'],'Next':'Rescue'}]",
                    "{}",
                    "[{'return':{}}]");
            assertThat(ran.states()).containsExactly("T", "Rescue");
        }

        @Test
        void a_failure_without_a_name_is_taken_by_the_wildcard() {
            Ran ran =
                    task(INVOKE + ",'Catch':[{'ErrorEquals':['States.ALL'],'Next':'Rescue'}]", "{}", "[{'throw':{}}]");
            assertThat(ran.output()).isEqualTo(json("{'Error':'','Cause':''}"));
        }
    }

    @Nested
    class TimingOut {
        @Test
        void fails_the_execution_after_that_many_seconds() {
            Ran ran = task(INVOKE + ",'TimeoutSeconds':30", "{}", "[{'never':true}]");
            assertThat(ran.status()).isEqualTo("FAILED");
            assertThat(ran.error()).isEqualTo("States.Timeout");
            assertThat(ran.cause()).isNull();
            assertThat(ran.took()).isEqualTo(Duration.ofSeconds(30));
            assertThat(ran.types()).contains("TaskTimedOut");
        }

        @Test
        void may_come_from_the_input() {
            Ran ran = task(
                    INVOKE + ",'TimeoutSecondsPath':'$.t','Catch':[{'ErrorEquals':['States.Timeout'],'Next':'Rescue'}]",
                    "{'t':7}",
                    "[{'never':true}]");
            assertThat(ran.took()).isEqualTo(Duration.ofSeconds(7));
            assertThat(ran.output()).isEqualTo(json("{'Error':'States.Timeout','Cause':''}"));
        }

        @Test
        void a_missed_heartbeat_comes_first() {
            Ran ran =
                    task(WAITING + ",'TimeoutSeconds':30,'HeartbeatSecondsPath':'$.h'", "{'h':5}", "[{'never':true}]");
            assertThat(ran.error()).isEqualTo("States.Timeout");
            assertThat(ran.took()).isEqualTo(Duration.ofSeconds(5));
        }

        @ParameterizedTest
        @CsvSource({"States.HeartbeatTimeout, true", "States.Timeout, true", "States.TaskFailed, false"})
        void a_missed_heartbeat_is_taken_by_either_name_and_told_as_a_timeout(String name, boolean taken) {
            Ran ran = task(
                    WAITING + ",'HeartbeatSeconds':5,'Catch':[{'ErrorEquals':['" + name + "'],'Next':'Rescue'}]",
                    "{}",
                    "[{'never':true}]");
            assertThat(ran.states().contains("Rescue")).isEqualTo(taken);
            assertThat(taken ? ran.output().path("Error").asText() : ran.error())
                    .isEqualTo("States.Timeout");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                value = {"{'t':0}", "{'t':'7'}", "{'t':1.5}", "{}"})
        void of_no_positive_integer_is_a_runtime_error(String input) {
            assertThat(task(INVOKE + ",'TimeoutSecondsPath':'$.t'", input, "[{'return':1}]")
                            .error())
                    .isEqualTo("States.Runtime");
        }

        @Test
        void of_the_machine_ends_the_execution_as_timed_out() {
            Ran ran = run(
                    "{'TimeoutSeconds':60,'StartAt':'T','States':{'T':{" + INVOKE
                            + ",'Catch':[{'ErrorEquals':['States.ALL'],'Next':'T'}],'End':true}}}",
                    "{}",
                    "{'T':[{'never':true}]}");
            assertThat(ran.status()).isEqualTo("TIMED_OUT");
            assertThat(ran.error()).isEqualTo("States.Timeout");
            assertThat(ran.took()).isEqualTo(Duration.ofSeconds(60));
            assertThat(ran.types()).endsWith("ExecutionTimedOut");
        }

        @Test
        void without_any_limit_the_execution_lasts_a_year() {
            Ran ran = task(INVOKE, "{}", "[{'never':true}]");
            assertThat(ran.status()).isEqualTo("TIMED_OUT");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                INVOKE,
                "'Type':'Parallel','Branches':[{'StartAt':'I','States':{'I':{" + INVOKE + ",'End':true}}}]",
                "'Type':'Map','ItemsPath':'$.items','ItemProcessor':{'StartAt':'I','States':{'I':{" + INVOKE
                        + ",'End':true}}}"
            })
    void variables_are_assigned_from_the_result_as_it_was_before_the_result_selector(String work) {
        String all = work.equals(INVOKE) ? "$" : "$[0]";
        Ran ran = run(
                "{'StartAt':'T','States':{'T':{" + work + ",'ResultSelector':{'a.$':'" + all
                        + ".Payload'},'Assign':{'x.$':'" + all
                        + ".Payload'},'Next':'R'},'R':{'Type':'Pass','Parameters':{'a.$':'$.a','x.$':'$x'},'End':true}}}",
                "{'items':[1]}",
                "{'T':[{'return':{'Payload':7}}],'I':[{'return':{'Payload':7}}]}");
        assertThat(ran.output()).as(ran.cause()).isEqualTo(json("{'a':7,'x':7}"));
    }
}

package dev.encargo.local.workflow.engine;

import static dev.encargo.local.workflow.Running.json;
import static dev.encargo.local.workflow.Running.only;
import static dev.encargo.local.workflow.Running.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.local.workflow.Running.Ran;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Data through Pass states in JSONPath.
class DataFlowTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'Comment':'nothing' | {'a':1} | {'a':1}
            'Result':{'x':1.0} | {'a':1} | {'x':1.0}
            'Result':null | {'a':1} | null
            'Result':5,'ResultPath':'$.r' | {'a':1} | {'a':1,'r':5}
            'Result':5,'ResultPath':null | {'a':1} | {'a':1}
            'Result':5,'ResultPath':'$.a.b' | {'a':{'c':1}} | {'a':{'c':1,'b':5}}
            'InputPath':'$.a' | {'a':{'b':1}} | {'b':1}
            'InputPath':null | {'a':1} | {}
            'OutputPath':'$.a' | {'a':[1]} | [1]
            'OutputPath':null | {'a':1} | {}
            'InputPath':'$.a','ResultPath':'$.r' | {'a':{'b':1}} | {'a':{'b':1},'r':{'b':1}}
            'InputPath':'$.a','Parameters':{'v.$':'$.b'},'ResultPath':'$.r','OutputPath':'$.r.v' | {'a':{'b':7}} | 7
            'Parameters':{'s':'$.a','n':{'d.$':'$.a','l':[1,{'e.$':'$.a'}]}} | {'a':2} | {'s':'$.a','n':{'d':2,'l':[1,{'e':2}]}}
            'Parameters':{'all.$':'$'} | [1] | {'all':[1]}
            'Parameters':{'x.$':'$.list[*].v'} | {'list':[{'v':1},{'v':2}]} | {'x':[1,2]}
            'Parameters':{'x.$':'$.list[?(@.v>5)]'} | {'list':[{'v':1}]} | {'x':[]}
            'Parameters':{'n.$':'$$.Execution.Name','m.$':'$$.StateMachine.Name','s.$':'$$.State.Name'} | 1 | {'n':'run','m':'workflow','s':'S'}
            'Parameters':{'i.$':'$$.Execution.Input'} | {'a':1} | {'i':{'a':1}}
            'Parameters':{'f.$':'States.Format(\\u0027{}!\\u0027, $.a)'} | {'a':2} | {'f':'2!'}
            'Parameters':{} | {'a':1} | {}
            """)
    void a_pass_state_gives(String fields, String input, String expected) {
        Ran ran = run(only("'Type':'Pass','End':true," + fields), input);
        assertThat(ran.output()).as(ran.cause()).isEqualTo(json(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'InputPath':'$.x' | {'a':1} | States.Runtime
            'OutputPath':'$.x' | {'a':1} | States.Runtime
            'Parameters':{'y.$':'$.x'} | {'a':1} | States.ParameterPathFailure
            'Parameters':{'y.$':'States.Array($.x)'} | {'a':1} | States.IntrinsicFailure
            'Result':1,'ResultPath':'$.r' | [1] | States.ResultPathMatchFailure
            'Result':1,'ResultPath':'$.a.r' | {'a':1} | States.ResultPathMatchFailure
            'InputPath':'$nobody' | {'a':1} | States.Runtime
            """)
    void a_pass_state_fails(String fields, String input, String error) {
        Ran ran = run(only("'Type':'Pass','End':true," + fields), input);
        assertThat(ran.status()).isEqualTo("FAILED");
        assertThat(ran.error()).isEqualTo(error);
        assertThat(ran.cause())
                .startsWith("An error occurred while executing the state 'S' (entered at the event id #2). ");
        assertThat(ran.output()).isNull();
    }

    @Test
    void a_missing_parameter_is_worded_as_aws_does() {
        assertThat(run(only("'Type':'Pass','Parameters':{'y.$':'$.x'},'End':true"), "{'a':1}")
                        .cause())
                .isEqualTo(
                        "An error occurred while executing the state 'S' (entered at the event id #2). The JSONPath '$.x'"
                                + " specified for the field 'y.$' could not be found in the input '{\"a\":1}'");
    }

    @Test
    void numbers_keep_the_form_in_which_they_came() {
        Ran ran = run(only("'Type':'Pass','End':true"), "{'a':1.0,'b':1.50,'c':12345678901234567890,'d':0.1}");
        assertThat(ran.output().toString()).isEqualTo("{\"a\":1.0,\"b\":1.50,\"c\":12345678901234567890,\"d\":0.1}");
    }

    @Test
    void an_output_of_more_than_256_kib_fails_the_state() {
        String big = "x".repeat(140_000);
        Ran ran = run(only("'Type':'Pass','Parameters':{'a.$':'$.v','b.$':'$.v'},'End':true"), "{'v':'" + big + "'}");
        assertThat(ran.error()).isEqualTo("States.DataLimitExceeded");
        assertThat(ran.cause())
                .isEqualTo(
                        "The state/task 'S' returned a result with a size exceeding the maximum number of bytes service"
                                + " limit.");
    }

    @Nested
    class Variables {
        private static final String READS = "'R':{'Type':'Pass','Parameters':{'v.$':'$v','w.$':'$w.k'},'End':true}";

        private static Ran assigning(String fields) {
            return run("{'StartAt':'A','States':{'A':{" + fields + ",'Next':'R'}," + READS + "}}", "{'a':1}");
        }

        @Test
        void are_read_in_later_states() {
            assertThat(assigning("'Type':'Pass','Assign':{'v.$':'$.a','w':{'k':2}}")
                            .output())
                    .isEqualTo(json("{'v':1,'w':2}"));
        }

        @Test
        void are_assigned_from_the_result() {
            assertThat(assigning("'Type':'Pass','Result':{'q':7},'Assign':{'v.$':'$.q','w':{'k':0}}")
                            .output()
                            .get("v")
                            .intValue())
                    .isEqualTo(7);
        }

        @Test
        void of_one_assign_are_all_computed_from_the_values_before_it() {
            Ran ran = run(
                    "{'StartAt':'A','States':{'A':{'Type':'Pass','Assign':{'x':1,'y':2},'Next':'B'},"
                            + "'B':{'Type':'Pass','Assign':{'x.$':'$y','y.$':'$x'},'Next':'C'},"
                            + "'C':{'Type':'Pass','Parameters':{'x.$':'$x','y.$':'$y'},'End':true}}}",
                    "{}");
            assertThat(ran.output()).isEqualTo(json("{'x':2,'y':1}"));
        }

        @Test
        void of_a_branch_stay_in_the_branch_and_those_outside_are_seen_inside() {
            Ran ran = run(
                    "{'StartAt':'A','States':{'A':{'Type':'Pass','Assign':{'o':1},'Next':'P'},"
                            + "'P':{'Type':'Parallel','Branches':[{'StartAt':'B','States':{"
                            + "'B':{'Type':'Pass','Assign':{'i':2},'Next':'C'},"
                            + "'C':{'Type':'Pass','Parameters':{'o.$':'$o','i.$':'$i'},'End':true}}}],'Next':'D'},"
                            + "'D':{'Type':'Pass','InputPath':'$i','End':true}}}",
                    "{}");
            assertThat(ran.states()).containsExactly("A", "P", "B", "C", "D");
            assertThat(ran.error()).isEqualTo("States.Runtime");
        }

        @Test
        void together_exceed_10_mib_in_no_execution() {
            StringBuilder states = new StringBuilder();
            for (int i = 1; i <= 42; i++) {
                states.append("'S%d':{'Type':'Pass','Assign':{'v%d.$':'$'},'Next':'S%d'},".formatted(i, i, i + 1));
            }
            Ran ran = run(
                    "{'StartAt':'S1','States':{" + states + "'S43':{'Type':'Succeed'}}}",
                    "'" + "x".repeat(255_000) + "'");
            assertThat(ran.error()).isEqualTo("States.DataLimitExceeded");
            assertThat(ran.cause()).isEqualTo("The variables of the execution exceed the limit of 10485760 bytes.");
            assertThat(ran.states()).hasSize(42);
        }

        @Test
        void that_are_assigned_again_take_their_room_once() {
            StringBuilder states = new StringBuilder();
            for (int i = 1; i <= 42; i++) {
                states.append("'S%d':{'Type':'Pass','Assign':{'v.$':'$'},'Next':'S%d'},".formatted(i, i + 1));
            }
            Ran ran = run(
                    "{'StartAt':'S1','States':{" + states + "'S43':{'Type':'Succeed'}}}",
                    "'" + "x".repeat(255_000) + "'");
            assertThat(ran.status()).as(ran.cause()).isEqualTo("SUCCEEDED");
        }
    }
}

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

class RunningBranchesTest {
    private static final String INVOKE = "'Type':'Task','Resource':'arn:aws:states:::lambda:invoke'";

    private static String branch(String name, String fields) {
        return "{'StartAt':'" + name + "','States':{'" + name + "':{" + fields + "}}}";
    }

    private static String machine(String fields) {
        return "{'StartAt':'S','States':{'S':{" + fields + ",'End':true}"
                + (fields.contains("'Rescue'") ? ",'Rescue':{'Type':'Pass','End':true}" : "") + "}}";
    }

    @Nested
    class Parallel {
        @Test
        void branches_are_entered_side_by_side_and_their_outputs_are_in_order() {
            Ran ran = run(
                    machine("'Type':'Parallel','Parameters':{'v.$':'$.a'},'ResultPath':'$.r','Branches':["
                            + "{'StartAt':'A1','States':{'A1':{'Type':'Wait','Seconds':9,'Next':'A2'},"
                            + "'A2':{'Type':'Pass','Result':'a','End':true}}},"
                            + branch("B1", "'Type':'Pass','End':true") + "]"),
                    "{'a':1}");
            assertThat(ran.output()).isEqualTo(json("{'a':1,'r':['a',{'v':1}]}"));
            assertThat(ran.states()).containsExactly("S", "A1", "B1", "A2");
            assertThat(ran.took()).isEqualTo(Duration.ofSeconds(9));
        }

        @Test
        void a_branch_that_fails_fails_the_state_with_its_own_error_and_drops_the_others() {
            Ran ran = run(
                    machine("'Type':'Parallel','Branches':[" + branch("A", "'Type':'Fail','Error':'E','Cause':'c'")
                            + "," + branch("B", "'Type':'Wait','Seconds':100,'End':true") + "]"),
                    "{}");
            assertThat(ran.error()).isEqualTo("E");
            assertThat(ran.cause()).isEqualTo("c");
            assertThat(ran.took()).isEqualTo(Duration.ZERO);
            assertThat(ran.types()).contains("ParallelStateFailed").doesNotContain("ParallelStateSucceeded");
        }

        @ParameterizedTest
        @CsvSource({"E", "States.ALL", "States.TaskFailed", "States.BranchFailed"})
        void the_error_of_a_branch_is_caught_by(String name) {
            Ran ran = run(
                    machine("'Type':'Parallel','Catch':[{'ErrorEquals':['" + name
                            + "'],'ResultPath':'$.e','Next':'Rescue'}]," + "'Branches':["
                            + branch("A", "'Type':'Fail','Error':'E','Cause':'c'") + "]"),
                    "{'k':1}");
            assertThat(ran.output()).isEqualTo(json("{'k':1,'e':{'Error':'E','Cause':'c'}}"));
        }

        @Test
        void a_retry_starts_all_branches_again() {
            Ran ran = run(
                    machine("'Type':'Parallel','Retry':[{'ErrorEquals':['E'],'IntervalSeconds':2}],'Branches':["
                            + branch("A", INVOKE + ",'End':true") + "," + branch("B", "'Type':'Pass','End':true")
                            + "]"),
                    "{}",
                    "{'A':[{'throw':{'error':'E'}},{'return':1}]}");
            assertThat(ran.states()).containsExactly("S", "A", "B", "A", "B");
            assertThat(ran.output()).isEqualTo(json("[1,{}]"));
            assertThat(ran.took()).isEqualTo(Duration.ofSeconds(2));
        }

        @Test
        void a_branch_may_retry_by_itself() {
            Ran ran = run(
                    machine("'Type':'Parallel','Branches':["
                            + branch("A", INVOKE + ",'Retry':[{'ErrorEquals':['E']}],'End':true") + ","
                            + branch("B", "'Type':'Pass','End':true") + "]"),
                    "{}",
                    "{'A':[{'throw':{'error':'E'}},{'return':1}]}");
            assertThat(ran.states()).containsExactly("S", "A", "B");
            assertThat(ran.output()).isEqualTo(json("[1,{}]"));
        }

        @Test
        void a_succeed_state_in_a_branch_ends_only_the_branch() {
            Ran ran = run(
                    machine("'Type':'Parallel','Branches':[" + branch("A", "'Type':'Succeed'") + ","
                            + branch("B", "'Type':'Pass','Result':2,'End':true") + "]"),
                    "1");
            assertThat(ran.output()).isEqualTo(json("[1,2]"));
        }

        @Test
        void branches_may_have_branches() {
            String inner = branch(
                    "P2",
                    "'Type':'Parallel','End':true,'Branches':[" + branch("X", INVOKE + ",'End':true") + ","
                            + branch("Y", INVOKE + ",'End':true") + "]");
            Ran ran = run(
                    machine("'Type':'Parallel','Branches':[" + inner + "," + branch("Z", INVOKE + ",'End':true") + "]"),
                    "{}",
                    "{'X':[{'return':'x'}],'Y':[{'return':'y'}],'Z':[{'return':'z'}]}");
            assertThat(ran.output()).isEqualTo(json("[['x','y'],'z']"));
        }
    }

    @Nested
    class Map {
        private static String map(String fields, String state) {
            return machine(
                    "'Type':'Map'," + (fields.isEmpty() ? "" : fields + ",") + "'ItemProcessor':" + branch("I", state));
        }

        private static String distributed(String fields, String state) {
            return map(fields, state)
                    .replace(
                            "'ItemProcessor':{",
                            "'ItemProcessor':{'ProcessorConfig':{'Mode':'DISTRIBUTED','ExecutionType':'STANDARD'},");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                'Comment':'x' | [3,1,2] | [3,1,2]
                'Comment':'x' | [] | []
                'ItemsPath':'$.l' | {'l':[1]} | [1]
                'InputPath':'$.in','ItemsPath':'$.l','ResultPath':'$.r' | {'in':{'l':[1]}} | {'in':{'l':[1]},'r':[1]}
                'ItemsPath':'$$.Execution.Input.l','InputPath':null | {'l':[1]} | [1]
                'ItemsPath':'$.l','ItemSelector':{'v.$':'$$.Map.Item.Value','i.$':'$$.Map.Item.Index','k.$':'$.k'} | {'l':['a'],'k':9} | [{'v':'a','i':0,'k':9}]
                'ItemsPath':'$.l','Parameters':{'v.$':'$$.Map.Item.Value'} | {'l':['a']} | [{'v':'a'}]
                'ResultSelector':{'n.$':'States.ArrayLength($)'} | [1,2] | {'n':2}
                'MaxConcurrency':1 | [1,2,3] | [1,2,3]
                'ItemsPath':'$.l','MaxConcurrencyPath':'$.m' | {'l':[1,2,3],'m':2} | [1,2,3]
                """)
        void it_gives(String fields, String input, String expected) {
            Ran ran = run(map(fields, "'Type':'Pass','End':true"), input);
            assertThat(ran.output()).as(ran.cause()).isEqualTo(json(expected));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                'Comment':'x' | {}
                'ItemsPath':'$.l' | {}
                'ItemsPath':'$.l' | {'l':'text'}
                """)
        void what_is_no_array_is_a_runtime_error(String fields, String input) {
            assertThat(run(map(fields, "'Type':'Pass','End':true"), input).error())
                    .isEqualTo("States.Runtime");
        }

        @Test
        void so_many_run_at_a_time() {
            Ran ran = run(map("'MaxConcurrency':2", "'Type':'Wait','Seconds':10,'End':true"), "[1,2,3,4,5]");
            assertThat(ran.took()).isEqualTo(Duration.ofSeconds(30));
            assertThat(ran.output()).isEqualTo(json("[1,2,3,4,5]"));
        }

        @Test
        void the_iterations_are_in_the_history() {
            Ran ran = run(map("", "'Type':'Pass','End':true"), "[1]");
            assertThat(ran.types())
                    .containsSubsequence(
                            "MapStateEntered",
                            "MapStateStarted",
                            "MapIterationStarted",
                            "PassStateEntered",
                            "PassStateExited",
                            "MapIterationSucceeded",
                            "MapStateSucceeded",
                            "MapStateExited");
        }

        @Test
        void an_iteration_that_fails_fails_the_state_with_its_own_error() {
            Ran ran = run(
                    map("", INVOKE + ",'End':true"),
                    "[1,2]",
                    "{'I':[{'return':1},{'throw':{'error':'E','cause':'c'}}]}");
            assertThat(ran.error()).isEqualTo("E");
            assertThat(ran.cause()).isEqualTo("c");
            assertThat(ran.types()).contains("MapIterationFailed", "MapStateFailed");
        }

        @Test
        void the_iterator_of_old_still_works() {
            Ran ran = run(
                    machine("'Type':'Map','Iterator':" + branch("I", "'Type':'Pass','Result':1,'End':true")), "[7,8]");
            assertThat(ran.output()).isEqualTo(json("[1,1]"));
        }

        @Test
        void one_in_another_sees_its_own_item() {
            Ran ran = run(
                    map(
                            "",
                            "'Type':'Map','ItemProcessor':"
                                    + branch("J", "'Type':'Pass','Parameters':{'v.$':'$$.Map.Item.Value'},'End':true")
                                    + ",'End':true"),
                    "[[1,2],[3]]");
            assertThat(ran.output()).isEqualTo(json("[[{'v':1},{'v':2}],[{'v':3}]]"));
        }

        @Nested
        class Distributed {
            @ParameterizedTest
            @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    'MaxItemsPerBatch':2 | [{'Items':[1,2]},{'Items':[3]}]
                    'MaxItemsPerBatch':9,'BatchInput':{'k':1} | [{'BatchInput':{'k':1},'Items':[1,2,3]}]
                    'MaxInputBytesPerBatch':13 | [{'Items':[1]},{'Items':[2]},{'Items':[3]}]
                    """)
            void batches_are(String batcher, String expected) {
                Ran ran = run(distributed("'ItemBatcher':{" + batcher + "}", "'Type':'Pass','End':true"), "[1,2,3]");
                assertThat(ran.output()).as(ran.cause()).isEqualTo(json(expected));
            }

            @Test
            void a_failed_item_exceeds_a_threshold_of_none() {
                Ran ran = run(distributed("", "'Type':'Fail','Error':'E'"), "[1,2]");
                assertThat(ran.error()).isEqualTo("States.ExceedToleratedFailureThreshold");
                assertThat(ran.cause()).isEqualTo("The specified tolerated failure threshold was exceeded");
            }

            @ParameterizedTest
            @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    'ToleratedFailureCount':1 | [7,7]
                    'ToleratedFailureCount':0 | -
                    'ToleratedFailurePercentage':34 | [7,7]
                    'ToleratedFailurePercentage':33 | -
                    'ToleratedFailureCount':1,'ToleratedFailurePercentage':10 | -
                    'ToleratedFailureCountPath':'$[0]' | [7,7]
                    """)
            void one_failure_in_three_with(String tolerance, String expected) {
                Ran ran = run(
                        distributed(tolerance, INVOKE + ",'End':true"),
                        "[1,2,3]",
                        "{'I':[{'return':7},{'throw':{'error':'E'}},{'return':7}]}");
                if (expected.equals("-")) {
                    assertThat(ran.error()).isEqualTo("States.ExceedToleratedFailureThreshold");
                } else {
                    assertThat(ran.output()).as(ran.cause()).isEqualTo(json(expected));
                }
            }

            @Test
            void items_of_a_bucket_cannot_be_read_here() {
                Ran ran = run(
                        distributed(
                                "'ItemReader':{'Resource':'arn:aws:states:::s3:getObject','Parameters':{'Bucket':'b'}}",
                                "'Type':'Pass','End':true"),
                        "[]");
                assertThat(ran.error()).isEqualTo("States.ItemReaderFailed");
            }

            private static String express(String fields, String state) {
                return distributed(fields, state).replace("'STANDARD'", "'EXPRESS'");
            }

            @ParameterizedTest
            @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    'Type':'Wait','Seconds':400,'End':true | {}
                    'Type':'Wait','Seconds':200,'Next':'J'},'J':{'Type':'Wait','Seconds':200,'End':true | {}
                    INVOKE,'End':true | {'I':[{'never':true}]}
                    'Type':'Parallel','End':true,'Branches':[BRANCH] | {}
                    """)
            void an_express_execution_of_an_item_ends_after_five_minutes(String state, String mocks) {
                String expanded = state.replace("INVOKE", INVOKE)
                        .replace("BRANCH", branch("X", "'Type':'Wait','Seconds':400,'End':true"));
                Ran ran = run(express("", expanded), "[1]", mocks);
                assertThat(ran.error()).isEqualTo("States.ExceedToleratedFailureThreshold");
                assertThat(ran.took()).isEqualTo(Duration.ofMinutes(5));
            }

            @Test
            void each_express_execution_has_its_five_minutes() {
                Ran ran = run(
                        express("'MaxConcurrency':1", "'Type':'Wait','SecondsPath':'$','End':true"), "[299,200,299]");
                assertThat(ran.output()).as(ran.cause()).isEqualTo(json("[299,200,299]"));
                assertThat(ran.took()).isEqualTo(Duration.ofSeconds(798));
            }

            @Test
            void an_express_execution_that_took_too_long_is_a_failed_item() {
                Ran ran = run(
                        express("'ToleratedFailureCount':1", "'Type':'Wait','SecondsPath':'$','End':true"),
                        "[1,400,2]");
                assertThat(ran.output()).as(ran.cause()).isEqualTo(json("[1,2]"));
            }

            @Test
            void a_standard_execution_of_an_item_may_take_longer() {
                Ran ran = run(distributed("", "'Type':'Wait','Seconds':400,'End':true"), "[1]");
                assertThat(ran.output()).as(ran.cause()).isEqualTo(json("[1]"));
            }

            @Test
            void variables_from_outside_are_not_seen() {
                Ran ran = run(
                        "{'StartAt':'A','States':{'A':{'Type':'Pass','Assign':{'o':1},'Next':'S'},"
                                + distributed("", "'Type':'Pass','InputPath':'$o','End':true")
                                        .substring("{'StartAt':'S','States':{".length()),
                        "[1]");
                assertThat(ran.error()).isEqualTo("States.ExceedToleratedFailureThreshold");
            }
        }
    }
}

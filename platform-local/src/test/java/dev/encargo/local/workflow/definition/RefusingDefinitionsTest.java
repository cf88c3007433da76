package dev.encargo.local.workflow.definition;

import static dev.encargo.local.workflow.Running.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusingDefinitionsTest {
    private static final String INVOKE = "'Type':'Task','Resource':'arn:aws:states:::lambda:invoke'";
    private static final String PASS = "{'StartAt':'I','States':{'I':{'Type':'Pass','End':true}}}";

    static List<String> paths(String definition) {
        return paths(definition, WorkflowType.STANDARD);
    }

    private static List<String> paths(String definition, WorkflowType type) {
        return problems(definition, type).stream().map(Problem::path).distinct().toList();
    }

    static List<String> state(String fields) {
        return paths("{'StartAt':'S','States':{'S':{" + expand(fields) + "}}}");
    }

    static String expand(String fields) {
        return fields.replace("TASK", INVOKE + ",'End':true").replace("FLOW", PASS);
    }

    private static List<String> jsonata(String fields) {
        return paths("{'QueryLanguage':'JSONata','StartAt':'S','States':{'S':{" + expand(fields) + "}}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            [] | /
            {} | /StartAt,/States
            {'StartAt':'S'} | /States
            {'StartAt':'S','States':{}} | /States,/StartAt
            {'StartAt':'X','States':{'S':{'Type':'Succeed'}}} | /StartAt
            {'StartAt':1,'States':{'S':{'Type':'Succeed'}}} | /StartAt
            {'StartAt':'S','States':{'S':{'Type':'Succeed'}},'Extra':1} | /Extra
            {'StartAt':'S','States':{'S':{'Type':'Succeed'}},'Version':'2.0'} | /Version
            {'StartAt':'S','States':{'S':{'Type':'Succeed'}},'TimeoutSeconds':0} | /TimeoutSeconds
            {'StartAt':'S','States':{'S':{'Type':'Succeed'}},'QueryLanguage':'XPath'} | /QueryLanguage
            {'StartAt':'S','States':{'S':{'Type':'Succeed'},'U':{'Type':'Succeed'}}} | /States/U
            {'StartAt':'S','States':{'S':{'Type':'Pass','Next':'X'}}} | /States/S/Next
            {'StartAt':'S','States':{'S':[]}} | /States/S
            {'StartAt':'S','States':{'S':{}}} | /States/S/Type
            {'StartAt':'S','States':{'S':{'Type':'Jump','End':true}}} | /States/S/Type
            """)
    void a_machine_has_problems_at(String definition, String where) {
        assertThat(paths(definition)).containsExactlyInAnyOrder(where.split(","));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'Type':'Pass' | Next
            'Type':'Pass','End':false | Next
            'Type':'Pass','End':'true' | End,Next
            'Type':'Pass','Next':'S','End':true | Next
            'Type':'Pass','End':true,'Foo':1 | Foo
            'Type':'Pass','End':true,'Retry':[] | Retry
            'Type':'Pass','End':true,'Output':1 | Output
            'Type':'Pass','End':true,'InputPath':'a' | InputPath
            'Type':'Pass','End':true,'InputPath':1 | InputPath
            'Type':'Pass','End':true,'OutputPath':'$.a[' | OutputPath
            'Type':'Pass','End':true,'ResultPath':'$.a[*]' | ResultPath
            'Type':'Pass','End':true,'ResultPath':'$$.a' | ResultPath
            'Type':'Pass','End':true,'Parameters':{'a.$':'b'} | Parameters
            'Type':'Pass','End':true,'Parameters':[1] | Parameters
            'Type':'Pass','End':true,'Parameters':'$.a' | Parameters
            'Type':'Pass','End':true,'Parameters':{'b.$':'$.x','b':1} | Parameters
            'Type':'Pass','End':true,'Parameters':{'a':[{'b':1,'b.$':'$.x'}]} | Parameters
            'Type':'Pass','End':true,'Assign':{'b.$':'$.x','b':1} | Assign
            'Type':'Pass','End':true,'Parameters':{'a.$':1} | Parameters
            'Type':'Pass','End':true,'Parameters':{'x':[{'a.$':'States.Nope()'}]} | Parameters
            'Type':'Pass','End':true,'Parameters':{'a.$':'States.Format('} | Parameters
            'Type':'Pass','End':true,'Assign':{'states':1} | Assign/states
            'Type':'Pass','End':true,'Assign':{'1a':1} | Assign/1a
            'Type':'Pass','End':true,'Assign':{'a-b.$':'$.x'} | Assign/a-b.$
            'Type':'Pass','End':true,'Assign':[] | Assign
            'Type':'Succeed','Next':'S' | Next
            'Type':'Succeed','End':true | End
            'Type':'Fail','End':true | End
            'Type':'Fail','InputPath':'$' | InputPath
            'Type':'Fail','Error':'e','ErrorPath':'$.e' | Error
            'Type':'Fail','Cause':'e','CausePath':'$.e' | Cause
            'Type':'Fail','Error':1 | Error
            'Type':'Fail','ErrorPath':'$.a[*]' | ErrorPath
            'Type':'Fail','ErrorPath':'States.Array($.a)' | ErrorPath
            'Type':'Fail','CausePath':'States.MathAdd(1, 2)' | CausePath
            'Type':'Fail','CausePath':'States.StringSplit($.a, $.b)' | CausePath
            'Type':'Wait','End':true |
            'Type':'Wait','End':true,'Seconds':1,'Timestamp':'2024-01-01T00:00:00Z' |
            'Type':'Wait','End':true,'Seconds':1,'SecondsPath':'$.s' |
            'Type':'Wait','End':true,'Seconds':-1 | Seconds
            'Type':'Wait','End':true,'Seconds':1.5 | Seconds
            'Type':'Wait','End':true,'Seconds':'1' | Seconds
            'Type':'Wait','End':true,'Seconds':100000000 | Seconds
            'Type':'Wait','End':true,'SecondsPath':'$.a[*]' | SecondsPath
            'Type':'Wait','End':true,'Timestamp':'tomorrow' | Timestamp
            'Type':'Wait','End':true,'Timestamp':'2024-01-01' | Timestamp
            'Type':'Wait','End':true,'Timestamp':'2024-01-01t00:00:00z' | Timestamp
            'Type':'Wait','End':true,'Timestamp':'2024-13-01T00:00:00Z' | Timestamp
            'Type':'Task','End':true | Resource
            'Type':'Task','End':true,'Resource':'' | Resource
            'Type':'Task','End':true,'Resource':'nothing' | Resource
            TASK,'TimeoutSeconds':0 | TimeoutSeconds
            TASK,'TimeoutSeconds':5,'TimeoutSecondsPath':'$.t' | TimeoutSeconds
            TASK,'TimeoutSeconds':5,'HeartbeatSeconds':5 | HeartbeatSeconds
            TASK,'HeartbeatSeconds':'x' | HeartbeatSeconds
            TASK,'Arguments':{} | Arguments
            TASK,'ResultSelector':1 | ResultSelector
            TASK,'ResultSelector':{'b.$':'$.x','b':1} | ResultSelector
            TASK,'Parameters':1 | Parameters
            TASK,'Credentials':'me' | Credentials
            TASK,'Retry':{} | Retry
            TASK,'Retry':[1] | Retry/0
            TASK,'Retry':[{}] | Retry/0/ErrorEquals
            TASK,'Retry':[{'ErrorEquals':[]}] | Retry/0/ErrorEquals
            TASK,'Retry':[{'ErrorEquals':[1]}] | Retry/0/ErrorEquals/0
            TASK,'Retry':[{'ErrorEquals':['States.ALL','E']}] | Retry/0/ErrorEquals
            TASK,'Retry':[{'ErrorEquals':['States.ALL']},{'ErrorEquals':['E']}] | Retry/0/ErrorEquals
            TASK,'Retry':[{'ErrorEquals':['E'],'IntervalSeconds':0}] | Retry/0/IntervalSeconds
            TASK,'Retry':[{'ErrorEquals':['E'],'MaxAttempts':-1}] | Retry/0/MaxAttempts
            TASK,'Retry':[{'ErrorEquals':['E'],'MaxAttempts':1.5}] | Retry/0/MaxAttempts
            TASK,'Retry':[{'ErrorEquals':['E'],'BackoffRate':0.9}] | Retry/0/BackoffRate
            TASK,'Retry':[{'ErrorEquals':['E'],'MaxDelaySeconds':0}] | Retry/0/MaxDelaySeconds
            TASK,'Retry':[{'ErrorEquals':['E'],'IntervalSeconds':5,'MaxDelaySeconds':5}] | Retry/0/MaxDelaySeconds
            TASK,'Retry':[{'ErrorEquals':['E'],'MaxDelaySeconds':31622400}] | Retry/0/MaxDelaySeconds
            TASK,'Retry':[{'ErrorEquals':['E'],'JitterStrategy':'SOME'}] | Retry/0/JitterStrategy
            TASK,'Retry':[{'ErrorEquals':['E'],'Next':'S'}] | Retry/0/Next
            TASK,'Catch':[{'ErrorEquals':['E']}] | Catch/0/Next
            TASK,'Catch':[{'ErrorEquals':['E'],'Next':'X'}] | Catch/0/Next
            TASK,'Catch':[{'ErrorEquals':['E'],'Next':'S','ResultPath':'a'}] | Catch/0/ResultPath
            TASK,'Catch':[{'ErrorEquals':['E'],'Next':'S','Output':1}] | Catch/0/Output
            'Type':'Parallel','End':true | Branches
            'Type':'Parallel','End':true,'Branches':[] | Branches
            'Type':'Parallel','End':true,'Branches':[{'StartAt':'B','States':{'B':{'Type':'Pass','Next':'S'}}}] | Branches/0/States/B/Next
            'Type':'Parallel','End':true,'Branches':[{'StartAt':'S','States':{'S':{'Type':'Succeed'}}}] | Branches/0/States/S
            'Type':'Map','End':true | ItemProcessor
            'Type':'Map','End':true,'ItemProcessor':{} | ItemProcessor/StartAt,ItemProcessor/States
            'Type':'Map','End':true,'ItemProcessor':FLOW,'Iterator':FLOW | ItemProcessor
            'Type':'Map','End':true,'ItemProcessor':FLOW,'ItemSelector':{},'Parameters':{} | ItemSelector
            'Type':'Map','End':true,'ItemProcessor':FLOW,'ItemSelector':[] | ItemSelector
            'Type':'Map','End':true,'Iterator':FLOW,'Parameters':7 | Parameters
            'Type':'Parallel','End':true,'Parameters':null,'Branches':[FLOW] | Parameters
            'Type':'Map','End':true,'ItemProcessor':{'QueryLanguage':'JSONata','StartAt':'I','States':{'I':{'Type':'Succeed'}}} | ItemProcessor/QueryLanguage
            'Type':'Parallel','End':true,'Branches':[{'QueryLanguage':'JSONPath','StartAt':'I','States':{'I':{'Type':'Succeed'}}}] | Branches/0/QueryLanguage
            'Type':'Map','End':true,'ItemProcessor':FLOW,'MaxConcurrency':-1 | MaxConcurrency
            'Type':'Map','End':true,'ItemProcessor':FLOW,'MaxConcurrency':1,'MaxConcurrencyPath':'$.m' | MaxConcurrency
            'Type':'Map','End':true,'ItemProcessor':FLOW,'ToleratedFailurePercentage':101 | ToleratedFailurePercentage
            'Type':'Map','End':true,'ItemProcessor':FLOW,'ItemBatcher':{'MaxItemsPerBatch':1} | ItemBatcher
            'Type':'Map','End':true,'ItemProcessor':FLOW,'Items':[] | Items
            """)
    void a_state_has_problems_at(String fields, String where) {
        List<String> expected = where == null
                ? List.of("/States/S")
                : List.of(where.split(",")).stream()
                        .map(path -> "/States/S/" + path)
                        .toList();
        assertThat(state(fields)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'Type':'Pass','End':true,'InputPath':'$' | InputPath
            'Type':'Pass','End':true,'Parameters':{} | Parameters
            'Type':'Pass','End':true,'Result':1 | Result
            'Type':'Pass','End':true,'QueryLanguage':'JSONPath' | QueryLanguage
            'Type':'Pass','End':true,'Output':'{% 1 + %}' | Output
            'Type':'Pass','End':true,'Output':'{% 1 ' | Output
            'Type':'Pass','End':true,'Output':'{% $states.result %}' | Output
            TASK,'Arguments':'{% $states.result %}' | Arguments
            TASK,'Arguments':{'a':['{% $states.errorOutput %}']} | Arguments
            TASK,'Output':'{% $states.errorOutput %}' | Output
            TASK,'TimeoutSecondsPath':'$.x' | TimeoutSecondsPath
            TASK,'TimeoutSeconds':'ten' | TimeoutSeconds
            TASK,'ResultPath':null | ResultPath
            TASK,'Catch':[{'ErrorEquals':['E'],'Next':'S','ResultPath':'$.a'}] | Catch/0/ResultPath
            TASK,'Assign':{'states':1} | Assign/states
            'Type':'Wait','End':true,'SecondsPath':'$.a' | SecondsPath,
            'Type':'Fail','ErrorPath':'$.a' | ErrorPath
            'Type':'Choice','Choices':[{'Variable':'$.a','IsNull':true,'Next':'S'}] | Choices/0/Variable,Choices/0/IsNull,Choices/0/Condition
            'Type':'Choice','Choices':[{'Condition':'yes','Next':'S'}] | Choices/0/Condition
            'Type':'Map','End':true,'ItemProcessor':FLOW,'ItemsPath':'$.a' | ItemsPath
            'Type':'Map','End':true,'ItemProcessor':FLOW,'Items':'abc' | Items
            'Type':'Map','End':true,'ItemProcessor':FLOW,'MaxConcurrencyPath':'$.a' | MaxConcurrencyPath
            """)
    void a_jsonata_state_has_problems_at(String fields, String where) {
        List<String> expected = List.of(where.split(",")).stream()
                .map(path -> "/States/S/" + path)
                .toList();
        assertThat(jsonata(fields)).containsAll(expected);
    }

    @Nested
    class ChoiceRules {
        private static List<String> rule(String rule) {
            return paths("{'StartAt':'S','States':{'S':{'Type':'Choice','Choices':[{" + rule
                    + "}],'Default':'D'},'D':{'Type':'Succeed'}}}");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                'Variable':'$.a','StringEquals':'x' | /Next
                'Variable':'$.a','StringEquals':'x','Next':'X' | /Next
                'StringEquals':'x','Next':'S' | /Variable
                'Variable':'a','StringEquals':'x','Next':'S' | /Variable
                'Variable':'$.a','Next':'S' |
                'Variable':'$.a','StringEquals':'x','IsNull':true,'Next':'S' |
                'Variable':'$.a','StringEquals':1,'Next':'S' | /StringEquals
                'Variable':'$.a','NumericEquals':'1','Next':'S' | /NumericEquals
                'Variable':'$.a','BooleanEquals':'true','Next':'S' | /BooleanEquals
                'Variable':'$.a','TimestampEquals':'now','Next':'S' | /TimestampEquals
                'Variable':'$.a','IsPresent':'yes','Next':'S' | /IsPresent
                'Variable':'$.a','StringLike':'x','Next':'S' | /StringLike
                'Variable':'$.a','StringMatchesPath':'$.x','Next':'S' | /StringMatchesPath
                'Variable':'$.a','BooleanLessThan':true,'Next':'S' | /BooleanLessThan
                'Variable':'$.a','NumericEqualsPath':'x','Next':'S' | /NumericEqualsPath
                'And':[],'Next':'S' | /And
                'And':{},'Next':'S' | /And
                'Not':[],'Next':'S' | /Not
                'And':[{'Variable':'$.a','IsNull':true,'Next':'S'}],'Next':'S' | /And/0
                'Or':[{'And':[{'Variable':'$.a','IsNul':true}]}],'Next':'S' | /Or/0/And/0/IsNul
                """)
        void have_problems_at(String rule, String where) {
            assertThat(rule(rule)).containsExactly("/States/S/Choices/0" + (where == null ? "" : where));
        }

        @ParameterizedTest
        @ValueSource(strings = {"'Type':'Choice'", "'Type':'Choice','Choices':[]"})
        void are_needed(String fields) {
            assertThat(state(fields)).containsExactly("/States/S/Choices");
        }

        @Test
        void are_followed_by_a_default_that_exists() {
            assertThat(state("'Type':'Choice','Choices':[{'Variable':'$.a','IsNull':true,'Next':'S'}],'Default':'X'"))
                    .containsExactly("/States/S/Default");
        }
    }

    @Nested
    class ExpressWorkflows {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                    "arn:aws:states:::states:startExecution.sync",
                    "arn:aws:states:::states:startExecution.sync:2",
                    "arn:aws:states:eu-west-1:000000000000:activity:A"
                })
        void wait_for_nobody(String resource) {
            String definition =
                    "{'StartAt':'S','States':{'S':{'Type':'Task','Resource':'" + resource + "','End':true}}}";
            assertThat(paths(definition, WorkflowType.EXPRESS)).containsExactly("/States/S/Resource");
            assertThat(paths(definition, WorkflowType.STANDARD)).isEmpty();
        }

        @Test
        void distribute_nothing() {
            assertThat(paths(
                            "{'StartAt':'S','States':{'S':{'Type':'Map','End':true,'ItemProcessor':{'ProcessorConfig':"
                                    + "{'Mode':'DISTRIBUTED','ExecutionType':'EXPRESS'},'StartAt':'I','States':{'I':"
                                    + "{'Type':'Succeed'}}}}}}",
                            WorkflowType.EXPRESS))
                    .containsExactly("/States/S/ItemProcessor/ProcessorConfig/Mode");
        }
    }

    @Test
    void a_map_that_writes_its_results_elsewhere_is_refused_since_the_host_cannot() {
        List<Problem> problems = problems(
                "{'StartAt':'S','States':{'S':{'Type':'Map','End':true,'ResultWriter':{'Resource':"
                        + "'arn:aws:states:::s3:putObject'},'ItemProcessor':{'ProcessorConfig':{'Mode':'DISTRIBUTED',"
                        + "'ExecutionType':'STANDARD'},'StartAt':'I','States':{'I':{'Type':'Succeed'}}}}}}",
                WorkflowType.STANDARD);
        assertThat(problems)
                .containsExactly(new Problem(
                        "/States/S/ResultWriter",
                        "This host cannot write the results of a Map state elsewhere: leave out 'ResultWriter'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Format($.a)",
                "JsonToString($.a)",
                "ArrayGetItem($.a, 0)",
                "Base64Encode($.a)",
                "Base64Decode($.a)",
                "Hash($.a, $.b)",
                "UUID()"
            })
    void a_fail_state_takes_its_cause_from_a_function_that_gives_a_text(String call) {
        assertThat(state("'Type':'Fail','CausePath':'States." + call + "'")).isEmpty();
    }

    @Test
    void functions_are_nested_at_most_10_deep() {
        String ten = "States.Array(".repeat(10) + ")".repeat(10);
        assertThat(state("'Type':'Pass','End':true,'Parameters':{'a.$':'" + ten + "'}"))
                .isEmpty();
        assertThat(state("'Type':'Pass','End':true,'Parameters':{'a.$':'States.Array(" + ten + "," + ten + ")'}"))
                .containsExactly("/States/S/Parameters");
    }

    @Test
    void a_name_has_at_most_80_characters() {
        String name = "n".repeat(81);
        assertThat(paths("{'StartAt':'" + name + "','States':{'" + name + "':{'Type':'Succeed'}}}"))
                .containsExactly("/States/" + name);
    }

    @Test
    void every_problem_is_told_at_once() {
        assertThat(
                        paths(
                                "{'StartAt':'A','States':{'A':{'Type':'Pass','Next':'B','Foo':1},'B':{'Type':'Wait','End':true}}}"))
                .hasSize(2);
    }

    @Test
    void a_name_that_stands_twice_in_one_object_is_refused() {
        assertThat(Definition.read(
                        "{\"StartAt\":\"A\",\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}",
                        WorkflowType.STANDARD))
                .isInstanceOf(Definition.Reading.Invalid.class);
    }

    @Test
    void a_text_that_is_no_json_is_refused() {
        assertThat(Definition.read("{\"TimeoutSeconds\": ${Limit}}", WorkflowType.STANDARD))
                .isInstanceOfSatisfying(
                        Definition.Reading.Invalid.class,
                        invalid -> assertThat(invalid.problems().getFirst().message())
                                .startsWith("The definition is not JSON"));
    }
}

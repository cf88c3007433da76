package dev.encargo.local.workflow.run;

import static dev.encargo.local.workflow.Running.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.workflow.Running;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowRunnerTest {
    private final WorkflowRunner runner = new WorkflowRunner(() -> Running.START);
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private JsonNode printed() {
        return json(bytes.toString(StandardCharsets.UTF_8).strip());
    }

    private int run(String definition, String input) throws IOException {
        Path definitionFile = Files.writeString(folder.resolve("d.json"), definition.replace('\'', '"'));
        Path inputFile = Files.writeString(folder.resolve("i.json"), input.replace('\'', '"'));
        return runner.run(definitionFile, inputFile, out);
    }

    private Map<String, JsonNode> batch(String... lines) throws IOException {
        String text = String.join("\n", lines);
        runner.batch(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), out);
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        bytes.toString(StandardCharsets.UTF_8).lines().forEach(line -> {
            JsonNode answer = json(line);
            answers.put(answer.path("id").asText(), answer);
        });
        return answers;
    }

    @Test
    void a_run_prints_one_object_and_ends_at_once_however_long_it_waits() throws IOException {
        int code = run(
                "{'StartAt':'W','States':{'W':{'Type':'Wait','Seconds':99999,'Next':'S'},'S':{'Type':'Succeed'}}}",
                "{'é':1}");
        assertThat(code).isZero();
        assertThat(printed())
                .isEqualTo(
                        json("{'status':'SUCCEEDED','output':{'é':1},'error':null,'cause':null,'states':['W','S']}"));
    }

    @Test
    void a_run_that_fails_is_still_a_run() throws IOException {
        int code = run("{'StartAt':'F','States':{'F':{'Type':'Fail','Error':'E','Cause':'c'}}}", "{}");
        assertThat(code).isZero();
        assertThat(printed())
                .isEqualTo(json("{'status':'FAILED','output':null,'error':'E','cause':'c','states':['F']}"));
    }

    @Test
    void a_bad_definition_ends_with_2_and_says_what_is_wrong_where() throws IOException {
        int code = run("{'StartAt':'A','States':{'A':{'Type':'Pass'}}}", "{}");
        assertThat(code).isEqualTo(2);
        assertThat(printed())
                .isEqualTo(json("{\"status\":\"INVALID\",\"errors\":[{\"path\":\"/States/A/Next\","
                        + "\"message\":\"A state needs either 'Next' or 'End': true\"}]}"));
    }

    @Test
    void an_input_that_is_no_json_ends_with_2() throws IOException {
        assertThat(run("{'StartAt':'S','States':{'S':{'Type':'Succeed'}}}", "nope"))
                .isEqualTo(2);
        assertThat(printed().path("status").asText()).isEqualTo("INVALID");
    }

    @Test
    void a_batch_refuses_a_definition_in_which_a_name_stands_twice_but_not_such_an_input() throws IOException {
        String twice = "{\"S\":{\"Type\":\"Succeed\"},\"S\":{\"Type\":\"Fail\"}}";
        String once = "{\"S\":{\"Type\":\"Succeed\"}}";
        String line =
                "{\"id\":\"%s\",\"input\":{\"a\":1,\"a\":2},\"definition\":{\"StartAt\":\"S\",\"States\":%s},\"mocks\":{}}";
        Map<String, JsonNode> answers = batch(line.formatted("twice", twice), line.formatted("once", once));
        assertThat(answers.get("twice").path("status").asText()).isEqualTo("INVALID");
        assertThat(answers.get("twice").path("errors").path(0).path("message").asText())
                .startsWith("The definition has a name twice");
        assertThat(answers.get("once").path("output")).isEqualTo(json("{'a':2}"));
    }

    @Test
    void a_batch_answers_every_line_whatever_is_wrong_with_another() throws IOException {
        String task =
                "{\"StartAt\":\"T\",\"States\":{\"T\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::sqs:sendMessage.waitForTaskToken\",\"TimeoutSeconds\":9,\"Retry\":[{\"ErrorEquals\":[\"E\"]}],\"End\":true}}}";
        Map<String, JsonNode> answers = batch(
                "{\"id\":\"return\",\"definition\":" + task
                        + ",\"input\":{},\"type\":\"STANDARD\",\"mocks\":{\"T\":[{\"throw\":{\"error\":\"E\",\"cause\":\"c\"}},{\"return\":{\"ok\":true}}]}}",
                "{\"id\":\"text\",\"definition\":"
                        + json("\"x\"").getClass().getSimpleName().length() + "}",
                "",
                "{\"id\":\"string\",\"definition\":\"{\\\"StartAt\\\":\\\"S\\\",\\\"States\\\":{\\\"S\\\":{\\\"Type\\\":\\\"Succeed\\\"}}}\",\"input\":[1]}",
                "{\"id\":\"express\",\"definition\":" + task + ",\"type\":\"EXPRESS\"}",
                "{\"id\":\"type\",\"definition\":" + task + ",\"type\":\"SLOW\"}",
                "{\"id\":\"mocks\",\"definition\":" + task + ",\"mocks\":{\"T\":[{\"give\":1}]}}",
                "{\"id\":\"never\",\"definition\":" + task + ",\"mocks\":{\"T\":{\"never\":true}}}",
                "{\"id\":\"none\",\"definition\":" + task + "}",
                "not json");
        assertThat(answers.get("return"))
                .isEqualTo(
                        json(
                                "{'id':'return','status':'SUCCEEDED','output':{'ok':true},'error':null,'cause':null,'states':['T']}"));
        assertThat(answers.get("string").path("output")).isEqualTo(json("[1]"));
        assertThat(answers.get("never").path("error").asText()).isEqualTo("States.Timeout");
        assertThat(answers.get("none").path("error").asText()).isEqualTo("States.TaskFailed");
        for (String refused : new String[] {"text", "express", "type", "mocks", "null"}) {
            assertThat(answers.get(refused).path("status").asText()).as(refused).isEqualTo("INVALID");
            assertThat(answers.get(refused).path("errors").isEmpty()).isFalse();
        }
        assertThat(answers).hasSize(9);
    }
}

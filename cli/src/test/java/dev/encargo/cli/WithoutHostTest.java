package dev.encargo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("commands that need no host")
class WithoutHostTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FAILING =
            "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Fail\",\"Error\":\"Nope\",\"Cause\":\"no\"}}}";
    private static final String DANGLING = "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"Next\":\"Z\"}}}";
    private static final String PATIENT =
            "{\"StartAt\":\"T\",\"States\":{\"T\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::lambda:invoke\","
                    + "\"Retry\":[{\"ErrorEquals\":[\"States.ALL\"],\"IntervalSeconds\":3600}],\"End\":true}}}";

    @TempDir
    private Path folder;

    @Nested
    class workflow_run {
        @Test
        void answers_with_one_object_and_success_even_when_the_execution_failed() throws Exception {
            Encargo.Ended ended = run(FAILING, "--json");
            assertThat(ended.exitCode()).as(ended.err()).isZero();
            assertThat(ended.out().strip())
                    .isEqualTo(
                            "{\"status\":\"FAILED\",\"output\":null,\"error\":\"Nope\",\"cause\":\"no\",\"states\":[\"A\"]}");
        }

        @Test
        void refuses_a_bad_definition_with_exit_code_two_and_where_it_is_bad() throws Exception {
            Encargo.Ended ended = run(DANGLING, "--json");
            assertThat(ended.exitCode()).isEqualTo(2);
            JsonNode answer = JSON.readTree(ended.out());
            assertThat(answer.path("status").asText()).isEqualTo("INVALID");
            assertThat(answer.path("errors").toString()).contains("/States/A/Next");
        }

        @Test
        void puts_values_into_a_definition_before_it_reads_it() throws Exception {
            String definition =
                    "{\"StartAt\":\"W\",\"States\":{\"W\":{\"Type\":\"Wait\",\"Seconds\":${Limit},\"End\":true}}}";
            assertThat(run(definition, "--json").exitCode()).isEqualTo(2);
            assertThat(run(definition, "--json", "--substitute", "Limit=60").out())
                    .contains("\"status\":\"SUCCEEDED\"");
        }

        @Test
        void runs_a_definition_of_the_template_with_the_templates_values() throws Exception {
            Path undo = Path.of(System.getProperty("encargo.root", ".."))
                    .toAbsolutePath()
                    .resolve("infrastructure/workflows/undo-order.asl.json");
            Files.writeString(
                    folder.resolve("mocks.json"),
                    "{\"StopShipment\":[{\"return\":{\"Payload\":{\"outcome\":\"tooLate\"}}}]}");
            Files.writeString(folder.resolve("input.json"), "{\"orderId\":\"ord_1\",\"reason\":\"Canceled\"}");
            Encargo.Ended ended = Encargo.run(
                    folder,
                    "workflow",
                    "run",
                    "--definition",
                    undo.normalize().toString(),
                    "--input",
                    "input.json",
                    "--mocks",
                    "mocks.json",
                    "--json");
            assertThat(ended.out()).contains("\"states\":[\"StopShipment\",\"HasParcelLeft\",\"TooLate\"]");
        }

        @Test
        void answers_each_line_of_a_batch_by_its_id_and_does_not_wait_real_hours() throws Exception {
            String mocks = "{\"T\":[{\"throw\":{\"error\":\"E\",\"cause\":\"c\"}},{\"return\":{\"ok\":true}}]}";
            String lines = "{\"id\":\"1\",\"definition\":" + PATIENT + ",\"input\":{},\"mocks\":" + mocks + "}\n"
                    + "nonsense\n"
                    + "{\"id\":\"3\",\"definition\":" + DANGLING + ",\"input\":{}}\n"
                    + "{\"id\":\"4\",\"definition\":" + FAILING + ",\"input\":{},\"type\":\"EXPRESS\"}\n";
            Map<String, JsonNode> answers = answers(Encargo.fed(folder, lines, "workflow", "run", "--batch"));
            assertThat(answers.get("1").path("output").toString()).isEqualTo("{\"ok\":true}");
            assertThat(answers.get("3").path("status").asText()).isEqualTo("INVALID");
            assertThat(answers.get("4").path("error").asText()).isEqualTo("Nope");
            assertThat(answers.get("null").path("errors").toString()).contains("not JSON");
        }

        private Encargo.Ended run(String definition, String... more) throws Exception {
            Files.writeString(folder.resolve("definition.json"), definition);
            Files.writeString(folder.resolve("input.json"), "{}");
            return Encargo.run(
                    folder,
                    Stream.concat(
                                    Stream.of(
                                            "workflow",
                                            "run",
                                            "--definition",
                                            "definition.json",
                                            "--input",
                                            "input.json"),
                                    Stream.of(more))
                            .toArray(String[]::new));
        }
    }

    @Nested
    class events_match {
        @Test
        void answers_each_line_of_a_batch_and_says_which_pattern_is_refused() throws Exception {
            String lines = """
                    {"id":"1","pattern":{"source":["a"]},"event":{"source":"a"}}
                    {"id":"2","pattern":{"source":["a"]},"event":{"source":"b"}}
                    {"id":"3","pattern":{"source":"a"},"event":{"source":"b"}}
                    nonsense
                    """;
            Map<String, JsonNode> answers = answers(Encargo.fed(folder, lines, "events", "match", "--batch"));
            assertThat(answers.get("1").path("matches").asBoolean()).isTrue();
            assertThat(answers.get("2").path("matches").asBoolean(true)).isFalse();
            assertThat(answers.get("3").path("error").asText()).contains("not valid");
            assertThat(answers.get("null").path("error").asText()).isNotEmpty();
        }

        @Test
        void says_in_Spanish_what_was_found_and_what_was_wanted() throws Exception {
            Files.writeString(folder.resolve("rule.json"), "{\"source\":[\"a\"]}");
            Files.writeString(folder.resolve("event.json"), "{\"source\":\"b\"}");
            Encargo.Ended ended = Encargo.run(
                    folder, "events", "match", "--pattern", "rule.json", "--event", "event.json", "--lang", "es");
            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.out().lines())
                    .containsExactly("  ✕ No coincide.", "    source: hay \"b\", se pide [\"a\"]");
        }
    }

    @Test
    void parity_lists_every_property_with_its_file_line_and_treatment() throws Exception {
        Encargo.Ended ended = Encargo.run(folder, "parity", "--json");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        JsonNode answer = JSON.readTree(ended.out());
        assertThat(answer.at("/counts/refused").asInt()).isZero();
        assertThat(answer.path("entries")).hasSizeGreaterThan(500).allSatisfy(entry -> {
            assertThat(entry.path("line").asInt()).isPositive();
            assertThat(entry.path("treatment").asText()).isIn("honoured", "checked", "ignored");
            if (!entry.path("treatment").asText().equals("honoured")) {
                assertThat(entry.path("reason").asText()).isNotEmpty();
            }
        });
    }

    @Test
    void parity_is_a_table_for_people_in_their_language() throws Exception {
        Files.writeString(folder.resolve("small.yaml"), """
                Resources:
                  A:
                    Type: AWS::SQS::Queue
                    Properties:
                      QueueName: a
                      Tags: [{Key: k, Value: v}]
                      Colour: red
                """);
        Encargo.Ended english = Encargo.run(folder, "parity", "--template", "small.yaml");
        assertThat(english.exitCode()).isEqualTo(1);
        assertThat(english.out())
                .containsPattern("honoured  QueueName +small.yaml:5")
                .containsPattern("ignored   Tags +small.yaml:6  for bills")
                .containsPattern("refused   Colour +small.yaml:7")
                .contains("2 honoured, 0 checked, 1 ignored, 1 refused")
                .contains("  ✕ small.yaml:7: A: the local host does not know Colour of AWS::SQS::Queue.\n"
                        + "    It would be left out silently and the laptop would behave otherwise than AWS.\n"
                        + "    Known here: QueueName,");
        assertThat(Encargo.run(folder, "parity", "--template", "small.yaml", "--lang", "es")
                        .out())
                .containsPattern("cumplido    QueueName +small.yaml:5")
                .containsPattern("ignorado    Tags +small.yaml:6  para facturas")
                .contains("cumplido: 2, comprobado: 0, ignorado: 1, rechazado: 1")
                .contains("  ✕ small.yaml:7: A: el servidor local no conoce Colour de AWS::SQS::Queue.\n"
                        + "    Se omitiría sin aviso y el portátil se comportaría de otro modo que AWS.\n"
                        + "    Aquí se conocen: QueueName,");
        assertThat(Encargo.run(folder, "parity", "--template", "small.yaml", "--json", "--lang", "es")
                        .out())
                .isEqualTo(Encargo.run(folder, "parity", "--template", "small.yaml", "--json")
                        .out())
                .contains("\"reason\":\"for bills\"");
    }

    @Test
    void doctor_names_what_it_has_looked_at() throws Exception {
        Encargo.Ended ended = Encargo.run(folder, "doctor");
        assertThat(ended.out()).contains("Java 25", "Maven", "the template can be run");
    }

    @Test
    void completion_is_a_script_for_the_shell_that_was_named() throws Exception {
        assertThat(Encargo.run(folder, "completion", "bash").out()).contains("encargo", "workflow", "complete");
        assertThat(Encargo.run(folder, "completion", "fish").exitCode()).isEqualTo(2);
    }

    private static Map<String, JsonNode> answers(Encargo.Ended ended) {
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return ended.out()
                .lines()
                .map(WithoutHostTest::read)
                .collect(Collectors.toMap(line -> line.path("id").asText(), line -> line));
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException damaged) {
            throw new AssertionError(line, damaged);
        }
    }
}

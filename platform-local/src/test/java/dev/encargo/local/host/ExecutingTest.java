package dev.encargo.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.encargo.platform.Workflows.Answer;
import dev.encargo.platform.Workflows.Answered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ExecutingTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Parcels parcels;

    @BeforeEach
    void start() {
        parcels = Parcels.in(folder);
    }

    @AfterEach
    void stop() {
        parcels.close();
    }

    private void begin(String workflow, String name) {
        parcels.platform().workflows().start(workflow, name, "{\"n\":1}");
        parcels.quiet();
    }

    private String status(String name) {
        return parcels.rows("SELECT status FROM executions WHERE name = ?", row -> row.getString(1), name)
                .getFirst();
    }

    private String lastToken() {
        return read(parcels.bodies("questions").getLast()).path("token").asText();
    }

    private Answered answer(String token) {
        return parcels.platform().workflows().answer(token, new Answer.Success("{\"ok\":true}"));
    }

    /// The types of all history events, in order, over the rows that were appended.
    private List<String> history(String name) {
        return parcels.rows("""
                        SELECT h.events FROM history h JOIN executions e ON e.id = h.execution
                        WHERE e.name = ? ORDER BY h.step""", row -> read(row.getString(1)), name).stream()
                .flatMap(JsonNode::valueStream)
                .map(event -> event.path("type").asText())
                .toList();
    }

    @Nested
    class Answering {
        @Test
        @DisplayName("F48: an answer ends the wait, and the execution with it")
        void ends_the_wait() {
            begin("AskOnce", "a");
            assertThat(status("a")).isEqualTo("RUNNING");
            assertThat(answer(lastToken())).isEqualTo(Answered.ACCEPTED);
            assertThat(status("a")).isEqualTo("SUCCEEDED");
            assertThat(history("a"))
                    .startsWith("ExecutionStarted", "TaskStateEntered")
                    .endsWith("ExecutionSucceeded");
        }

        @Test
        @DisplayName("F48: an answer after the limit changes nothing")
        void after_the_limit_changes_nothing() {
            begin("AskOnce", "a");
            parcels.forward(Duration.ofSeconds(601));
            assertThat(status("a")).isIn("FAILED", "TIMED_OUT");
            List<String> before = history("a");
            assertThat(answer(lastToken())).isEqualTo(Answered.NO_LONGER_AWAITED);
            assertThat(history("a")).isEqualTo(before);
        }

        @Test
        @DisplayName("F48: an answer to an execution that was stopped changes nothing")
        void after_a_stop_changes_nothing() {
            begin("AskOnce", "a");
            assertThat(parcels.host().executions().stop("AskOnce", "a", "Enough", "the test says so"))
                    .isTrue();
            assertThat(answer(lastToken())).isEqualTo(Answered.NO_LONGER_AWAITED);
            assertThat(status("a")).isEqualTo("ABORTED");
        }

        @Test
        @DisplayName("F48: one execution's token does not answer another's step")
        void one_token_answers_one_step() {
            begin("AskOnce", "a");
            String first = lastToken();
            begin("AskOnce", "b");
            answer(first);
            assertThat(status("a")).isEqualTo("SUCCEEDED");
            assertThat(status("b")).isEqualTo("RUNNING");
        }

        @Test
        @DisplayName("F47: a limit holds through a restart")
        void a_limit_holds_through_a_restart() {
            begin("AskOnce", "a");
            parcels.forward(Duration.ofSeconds(300));
            parcels = parcels.restarted();
            parcels.forward(Duration.ofSeconds(290));
            assertThat(status("a")).isEqualTo("RUNNING");
            parcels.forward(Duration.ofSeconds(20));
            assertThat(status("a")).isIn("FAILED", "TIMED_OUT");
            assertThat(parcels.bodies("questions")).hasSize(1);
        }
    }

    @Nested
    class Stopping {
        @Test
        void stops_what_runs_once() {
            begin("AskOnce", "a");
            assertThat(parcels.host().executions().stop("AskOnce", "a", "E", "c"))
                    .isTrue();
            assertThat(parcels.host().executions().stop("AskOnce", "a", "E", "c"))
                    .isFalse();
            assertThat(history("a")).endsWith("ExecutionAborted");
        }

        @Test
        void knows_no_other() {
            assertThat(parcels.host().executions().stop("AskOnce", "nobody", "E", "c"))
                    .isFalse();
        }
    }

    @Nested
    class Redriving {
        private boolean redrive(String machine, String name) {
            boolean redriven = parcels.host().executions().redrive(machine, name);
            parcels.quiet();
            return redriven;
        }

        @Test
        void runs_again_from_the_step_that_failed() {
            AskFunction.behaviour = event -> {
                if (event.contains("\"n\"")) {
                    throw new IOException("not yet");
                }
                return "{}";
            };
            begin("Call", "a");
            assertThat(status("a")).isEqualTo("FAILED");
            AskFunction.behaviour = _ -> "{\"done\":true}";
            assertThat(redrive("Call", "a")).isTrue();
            assertThat(status("a")).isEqualTo("SUCCEEDED");
            assertThat(history("a"))
                    .contains("ExecutionFailed", "ExecutionRedriven")
                    .endsWith("ExecutionSucceeded");
        }

        @Test
        void hands_out_a_new_token_and_the_old_one_answers_nothing() {
            begin("AskOnce", "a");
            String old = lastToken();
            parcels.forward(Duration.ofSeconds(601));
            assertThat(redrive("AskOnce", "a")).isTrue();
            assertThat(lastToken()).isNotEqualTo(old);
            assertThat(answer(old)).isEqualTo(Answered.NO_LONGER_AWAITED);
            assertThat(answer(lastToken())).isEqualTo(Answered.ACCEPTED);
            assertThat(status("a")).isEqualTo("SUCCEEDED");
        }

        @Test
        void refuses_what_runs_what_succeeded_and_what_is_unknown() {
            begin("AskOnce", "a");
            assertThat(redrive("AskOnce", "a")).isFalse();
            answer(lastToken());
            assertThat(redrive("AskOnce", "a")).isFalse();
            assertThat(redrive("AskOnce", "nobody")).isFalse();
        }
    }

    @Nested
    class Recovering {
        @Test
        void a_token_handed_out_before_a_restart_is_answered_after_it() {
            begin("AskOnce", "a");
            String token = lastToken();
            parcels = parcels.restarted();
            assertThat(answer(token)).isEqualTo(Answered.ACCEPTED);
            assertThat(status("a")).isEqualTo("SUCCEEDED");
        }

        @Test
        void what_ended_before_a_restart_is_not_run_again() {
            begin("Call", "a");
            assertThat(status("a")).isEqualTo("SUCCEEDED");
            parcels = parcels.restarted();
            parcels.quiet();
            assertThat(AskFunction.events).hasSize(1);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}

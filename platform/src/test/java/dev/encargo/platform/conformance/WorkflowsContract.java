package dev.encargo.platform.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.platform.Workflows;
import dev.encargo.platform.Workflows.Answer;
import dev.encargo.platform.Workflows.Answered;
import dev.encargo.platform.Workflows.Started;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What every host's workflows keep to. The workflow under test, `AskOnce`, has one step that hands out a token and
/// waits for its answer.
public abstract class WorkflowsContract {
    protected static final String WORKFLOW = "AskOnce";

    protected abstract Workflows workflows();

    /// The token that the execution of that name waits with.
    protected abstract String tokenOf(String name);

    /// The inputs of all executions of `AskOnce` so far.
    protected abstract List<String> inputs();

    @Test
    @DisplayName("F50: a name starts one execution, however often it is started")
    void a_name_starts_one_execution() {
        assertThat(workflows().start(WORKFLOW, "ord_1-undo", "{\"orderId\":\"ord_1\"}"))
                .isEqualTo(Started.STARTED);
        assertThat(workflows().start(WORKFLOW, "ord_1-undo", "{\"orderId\":\"ord_1\"}"))
                .isEqualTo(Started.ALREADY_EXISTS);
        assertThat(workflows().start(WORKFLOW, "ord_2", "{\"orderId\":\"ord_2\"}"))
                .isEqualTo(Started.STARTED);
        assertThat(inputs()).containsExactlyInAnyOrder("{\"orderId\":\"ord_1\"}", "{\"orderId\":\"ord_2\"}");
    }

    @Test
    @DisplayName("F50: of many starts at once one starts")
    void of_many_starts_one_starts() throws InterruptedException {
        List<Started> outcomes = new java.util.concurrent.CopyOnWriteArrayList<>();
        List<Thread> starters = IntStream.range(0, 16)
                .mapToObj(_ ->
                        Thread.ofVirtual().start(() -> outcomes.add(workflows().start(WORKFLOW, "ord_1", "{}"))))
                .toList();
        for (Thread starter : starters) {
            starter.join();
        }
        assertThat(outcomes).hasSize(16).filteredOn(Started.STARTED::equals).hasSize(1);
    }

    @Test
    @DisplayName("F48: the first answer to a token counts, the second is told that nobody waits")
    void the_first_answer_counts() {
        workflows().start(WORKFLOW, "ord_1", "{}");
        String token = tokenOf("ord_1");
        assertThat(workflows().answer(token, new Answer.Success("{\"n\":1}"))).isEqualTo(Answered.ACCEPTED);
        assertThat(workflows().answer(token, new Answer.Success("{\"n\":1}"))).isEqualTo(Answered.NO_LONGER_AWAITED);
        assertThat(workflows().answer(token, new Answer.Failure("Late", "too late")))
                .isEqualTo(Answered.NO_LONGER_AWAITED);
    }

    @Test
    @DisplayName("F48: an answer of failure counts as an answer")
    void a_failure_is_an_answer() {
        workflows().start(WORKFLOW, "ord_1", "{}");
        String token = tokenOf("ord_1");
        assertThat(workflows().answer(token, new Answer.Failure("OutOfStock", "Nö ñ")))
                .isEqualTo(Answered.ACCEPTED);
        assertThat(workflows().answer(token, new Answer.Success("{}"))).isEqualTo(Answered.NO_LONGER_AWAITED);
    }

    @Test
    @DisplayName("F48: a token that was never given out is an outcome, not an error")
    void a_wrong_token_is_an_outcome() {
        workflows().start(WORKFLOW, "ord_1", "{}");
        String token = tokenOf("ord_1");
        for (String wrong : List.of("", "no-token", token + "x", token.substring(1), "ñ")) {
            assertThat(workflows().answer(wrong, new Answer.Success("{}"))).isEqualTo(Answered.NO_LONGER_AWAITED);
        }
        assertThat(workflows().answer(token, new Answer.Success("{}"))).isEqualTo(Answered.ACCEPTED);
    }

    @Test
    void refuses_a_name_that_is_empty_or_longer_than_80_characters() {
        assertThatThrownBy(() -> workflows().start(WORKFLOW, "", "{}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> workflows().start(WORKFLOW, "x".repeat(81), "{}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(workflows().start(WORKFLOW, "x".repeat(80), "{}")).isEqualTo(Started.STARTED);
    }
}

package dev.encargo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.local.template.model.Stack;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowsTest {

    private static final String FULFIL = "workflows/fulfil-order.asl.json";

    @TempDir
    Path scratch;

    @Test
    void every_task_uses_a_known_integration() {
        holds(WorkflowRules::everyIntegrationIsKnown);
        fails(WorkflowRules::everyIntegrationIsKnown, ":::lambda:invoke", ":::glue:startJobRun");
    }

    @Test
    void every_call_is_of_the_function_that_the_state_is_named_for() {
        holds(WorkflowRules::everyCalledFunctionExistsAndIsNamedAsTheState);
        fails(
                WorkflowRules::everyCalledFunctionExistsAndIsNamedAsTheState,
                "${SettleStockFunctionArn}",
                "${SettlePaymentFunctionArn}");
    }

    @Test
    void every_waiting_step_sends_its_token() {
        holds(WorkflowRules::everyWaitingStepSendsItsToken);
        fails(WorkflowRules::everyWaitingStepSendsItsToken, "\"token.$\": \"$$.Task.Token\",", "");
    }

    @Test
    void every_task_has_a_limit() {
        holds(WorkflowRules::everyTaskHasALimit);
        fails(WorkflowRules::everyTaskHasALimit, "\"TimeoutSeconds\": ${ReserveLimit},", "");
    }

    @Test
    void a_heartbeat_is_shorter_than_the_limit() {
        holds(WorkflowRules::aHeartbeatIsShorterThanTheLimit);
        fails(
                WorkflowRules::aHeartbeatIsShorterThanTheLimit,
                "\"TimeoutSeconds\": 20,",
                "\"TimeoutSeconds\": 20, \"HeartbeatSeconds\": 20,");
    }

    @Test
    void every_task_has_states_all_last_in_its_retry_and_where_it_waits_in_its_catch() {
        holds(WorkflowRules::everyTaskRetriesAndCatchesAllLast);
        fails(WorkflowRules::everyTaskRetriesAndCatchesAllLast, "[\"States.ALL\"]", "[\"States.TaskFailed\"]");
    }

    @Test
    void a_waiting_step_waits_longer_than_its_message_is_tried_and_the_provider_promises() {
        holds(WorkflowRules::aWaitingStepWaitsLongerThanItsMessageIsTriedAndTheProviderPromises);
        fails(
                WorkflowRules::aWaitingStepWaitsLongerThanItsMessageIsTriedAndTheProviderPromises,
                "\"TimeoutSeconds\": ${ReserveLimit},",
                "\"TimeoutSeconds\": 300,");
    }

    @Test
    void a_call_waits_longer_than_its_function_may_run() {
        holds(WorkflowRules::aCallWaitsLongerThanItsFunctionMayRun);
        fails(
                WorkflowRules::aCallWaitsLongerThanItsFunctionMayRun,
                "\"TimeoutSeconds\": 20,",
                "\"TimeoutSeconds\": 9,");
    }

    @Test
    void every_message_and_payload_has_a_version() {
        holds(WorkflowRules::everyMessageAndPayloadHasAVersion);
        fails(WorkflowRules::everyMessageAndPayloadHasAVersion, "\"v\": 1,", "");
    }

    private static void holds(Function<Stack, List<String>> rule) {
        assertThat(rule.apply(Infrastructure.STACK)).isEmpty();
    }

    private void fails(Function<Stack, List<String>> rule, String was, String is) {
        assertThat(rule.apply(Infrastructure.changed(scratch, FULFIL, was, is))).isNotEmpty();
    }
}

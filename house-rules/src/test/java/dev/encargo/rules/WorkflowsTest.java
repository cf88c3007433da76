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
        fails(
                WorkflowRules::everyIntegrationIsKnown,
                changed(":::lambda:invoke", ":::glue:startJobRun"),
                "FulfilOrder.IssueInvoice");
    }

    @Test
    void every_state_reaches_the_function_of_its_name_by_a_call_or_through_its_queue() {
        holds(WorkflowRules::everyStateReachesTheFunctionOfItsName);
        fails(
                WorkflowRules::everyStateReachesTheFunctionOfItsName,
                changed("${SettleStockFunctionArn}", "${SettlePaymentFunctionArn}"),
                "FulfilOrder.SettleStock");
        fails(
                WorkflowRules::everyStateReachesTheFunctionOfItsName,
                changed("${StockRequestsUrl}", "${PaymentRequestsUrl}"),
                "FulfilOrder.ReserveStock");
        fails(
                WorkflowRules::everyStateReachesTheFunctionOfItsName,
                Damage.ofFunction("TakePaymentFunction", function -> Damage.with(function, "eventSources", List.of())),
                "FulfilOrder.TakePayment");
    }

    @Test
    void every_state_that_works_is_a_use_case_of_its_functions_context() {
        holds(WorkflowRules::everyStateIsAUseCaseOfItsFunctionsContext);
        Stack damaged = Damage.ofFunction(
                "IssueInvoiceFunction",
                function -> Damage.with(function, "handlerClass", "dev.encargo.payments.function.TakePaymentFunction"));
        fails(WorkflowRules::everyStateIsAUseCaseOfItsFunctionsContext, damaged, "FulfilOrder.IssueInvoice");
    }

    @Test
    void every_waiting_step_sends_its_token() {
        holds(WorkflowRules::everyWaitingStepSendsItsToken);
        fails(
                WorkflowRules::everyWaitingStepSendsItsToken,
                changed("\"token.$\": \"$$.Task.Token\",", ""),
                "FulfilOrder.ReserveStock");
    }

    @Test
    void every_task_has_a_limit() {
        holds(WorkflowRules::everyTaskHasALimit);
        fails(
                WorkflowRules::everyTaskHasALimit,
                changed("\"TimeoutSeconds\": ${ReserveLimit},", ""),
                "FulfilOrder.ReserveStock");
    }

    @Test
    void a_heartbeat_is_shorter_than_the_limit() {
        holds(WorkflowRules::aHeartbeatIsShorterThanTheLimit);
        fails(
                WorkflowRules::aHeartbeatIsShorterThanTheLimit,
                Damage.ofState("FulfilOrder", "IssueInvoice", "HeartbeatSeconds", 20),
                "FulfilOrder.IssueInvoice");
    }

    @Test
    void every_task_has_states_all_last_in_its_retry_and_where_it_waits_in_its_catch() {
        holds(WorkflowRules::everyTaskRetriesAndCatchesAllLast);
        fails(
                WorkflowRules::everyTaskRetriesAndCatchesAllLast,
                changed(all("\"IntervalSeconds\""), taskFailed("\"IntervalSeconds\"")),
                "FulfilOrder.ReserveStock does not end its Retry");
        fails(
                WorkflowRules::everyTaskRetriesAndCatchesAllLast,
                changed(all("\"ResultPath\""), taskFailed("\"ResultPath\"")),
                "FulfilOrder.ReserveStock does not end its Catch");
    }

    @Test
    void a_waiting_step_waits_longer_than_its_message_is_tried_and_the_provider_promises() {
        holds(WorkflowRules::aWaitingStepWaitsLongerThanItsMessageIsTriedAndTheProviderPromises);
        fails(
                WorkflowRules::aWaitingStepWaitsLongerThanItsMessageIsTriedAndTheProviderPromises,
                changed("\"TimeoutSeconds\": ${ReserveLimit},", "\"TimeoutSeconds\": 310,"),
                "FulfilOrder.ReserveStock");
    }

    @Test
    void a_call_waits_longer_than_its_function_may_run() {
        holds(WorkflowRules::aCallWaitsLongerThanItsFunctionMayRun);
        fails(
                WorkflowRules::aCallWaitsLongerThanItsFunctionMayRun,
                changed("\"TimeoutSeconds\": 20,", "\"TimeoutSeconds\": 10,"),
                "FulfilOrder.IssueInvoice");
    }

    @Test
    void every_message_and_payload_has_a_version() {
        holds(WorkflowRules::everyMessageAndPayloadHasAVersion);
        fails(
                WorkflowRules::everyMessageAndPayloadHasAVersion,
                changed("\"v\": 1,\n          \"token", "\"token"),
                "FulfilOrder.ReserveStock");
        fails(
                WorkflowRules::everyMessageAndPayloadHasAVersion,
                changed("\"v\": 1,\n          \"orderId", "\"orderId"),
                "FulfilOrder.IssueInvoice");
    }

    private static String all(String next) {
        return "\"ErrorEquals\": [\"States.ALL\"],\n          " + next;
    }

    private static String taskFailed(String next) {
        return all(next).replace("ALL", "TaskFailed");
    }

    private static void holds(Function<Stack, List<String>> rule) {
        assertThat(rule.apply(Infrastructure.STACK)).isEmpty();
    }

    private static void fails(Function<Stack, List<String>> rule, Stack damaged, String why) {
        assertThat(rule.apply(damaged)).anyMatch(violation -> violation.contains(why));
    }

    private Stack changed(String was, String is) {
        return Infrastructure.changed(scratch, FULFIL, was, is);
    }
}

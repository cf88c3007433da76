package dev.encargo.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.template.model.FunctionResource;
import dev.encargo.local.template.model.QueueResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.model.StateMachineResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What the workflows must keep to. Each rule gives the sentences of its violations.
final class WorkflowRules {

    private static final String SEND_AND_WAIT = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";
    private static final String CALL = "arn:aws:states:::lambda:invoke";
    private static final Duration PROVIDERS_PROMISE = Duration.ofSeconds(10);

    private WorkflowRules() {}

    private record Task(String workflow, String name, JsonNode state) {
        boolean waits() {
            return resource().endsWith(".waitForTaskToken");
        }

        String resource() {
            return state.path("Resource").asText();
        }

        @Override
        public String toString() {
            return workflow + "." + name;
        }
    }

    static List<String> everyIntegrationIsKnown(Stack stack) {
        return violations(
                stack,
                task -> !Set.of(SEND_AND_WAIT, CALL).contains(task.resource()),
                "uses an integration that nobody runs");
    }

    /// Called at once, or as the reader of the queue to which a waiting state sends.
    static List<String> everyStateReachesTheFunctionOfItsName(Stack stack) {
        return violations(
                stack,
                task -> reached(task, stack)
                        .filter(function -> function.id().equals(task.name() + "Function"))
                        .isEmpty(),
                "does not reach the function of its name");
    }

    static List<String> everyStateIsAUseCaseOfItsFunctionsContext(Stack stack) {
        return violations(
                stack,
                task -> reached(task, stack)
                        .map(FunctionResource::handlerClass)
                        .map(handler -> handler.substring(0, handler.lastIndexOf(".function.") + 1))
                        .filter(context -> Code.MAIN.contain(context + "usecase." + task.name()))
                        .isEmpty(),
                "is no use case of its function's context");
    }

    private static Optional<FunctionResource> reached(Task task, Stack stack) {
        return task.waits()
                ? stack.queueByUrl(task.state().at("/Parameters/QueueUrl").asText())
                        .flatMap(queue -> reader(queue, stack))
                : stack.functionByArn(
                        task.state().at("/Parameters/FunctionName").asText());
    }

    private static Optional<FunctionResource> reader(QueueResource queue, Stack stack) {
        return stack.functions().values().stream()
                .filter(function -> function.eventSources().stream()
                        .anyMatch(source -> source.queueArn().equals(queue.arn())))
                .findFirst();
    }

    static List<String> everyWaitingStepSendsItsToken(Stack stack) {
        return violations(
                stack,
                task -> task.waits()
                        && !task.state()
                                .at("/Parameters/MessageBody/token.$")
                                .asText()
                                .equals("$$.Task.Token"),
                "waits for an answer to a token that it does not send");
    }

    static List<String> everyTaskHasALimit(Stack stack) {
        return violations(stack, task -> !task.state().has("TimeoutSeconds"), "has no TimeoutSeconds");
    }

    static List<String> aHeartbeatIsShorterThanTheLimit(Stack stack) {
        return violations(
                stack,
                task -> task.state().has("HeartbeatSeconds")
                        && task.state().path("HeartbeatSeconds").asLong()
                                >= task.state().path("TimeoutSeconds").asLong(),
                "has a heartbeat that is not shorter than its limit");
    }

    static List<String> everyTaskRetriesAndCatchesAllLast(Stack stack) {
        List<String> found = new ArrayList<>(violations(
                stack, task -> !isLast(task.state().path("Retry")), "does not end its Retry with States.ALL alone"));
        found.addAll(violations(
                stack,
                task -> task.waits() && !isLast(task.state().path("Catch")),
                "does not end its Catch with States.ALL alone"));
        return found;
    }

    private static boolean isLast(JsonNode policies) {
        List<JsonNode> all = StreamSupport.stream(policies.spliterator(), false)
                .map(policy -> policy.path("ErrorEquals"))
                .toList();
        return !all.isEmpty()
                && all.getLast().size() == 1
                && all.getLast().path(0).asText().equals("States.ALL")
                && all.stream()
                        .limit(all.size() - 1L)
                        .noneMatch(errors -> errors.toString().contains("States.ALL"));
    }

    static List<String> aWaitingStepWaitsLongerThanItsMessageIsTriedAndTheProviderPromises(Stack stack) {
        return violations(
                stack,
                task -> {
                    if (!task.waits()) {
                        return false;
                    }
                    QueueResource queue = stack.queueByUrl(
                                    task.state().at("/Parameters/QueueUrl").asText())
                            .orElseThrow();
                    Duration tried = queue.visibility()
                            .multipliedBy(queue.redrive().orElseThrow().maxReceiveCount());
                    return limit(task).compareTo(tried.plus(PROVIDERS_PROMISE)) <= 0;
                },
                "gives up before its message may have been tried for the last time");
    }

    static List<String> aCallWaitsLongerThanItsFunctionMayRun(Stack stack) {
        return violations(
                stack,
                task -> task.resource().equals(CALL)
                        && limit(task)
                                        .compareTo(stack.functionByArn(task.state()
                                                        .at("/Parameters/FunctionName")
                                                        .asText())
                                                .map(FunctionResource::timeout)
                                                .orElseThrow())
                                <= 0,
                "gives up before its function may have ended");
    }

    static List<String> everyMessageAndPayloadHasAVersion(Stack stack) {
        return violations(
                stack,
                task -> !task.state()
                        .path("Parameters")
                        .path(task.waits() ? "MessageBody" : "Payload")
                        .path("v")
                        .isInt(),
                "sends something without \"v\"");
    }

    private static Duration limit(Task task) {
        return Duration.ofSeconds(task.state().path("TimeoutSeconds").asLong());
    }

    private interface Breaks {
        boolean test(Task task);
    }

    private static List<String> violations(Stack stack, Breaks breaks, String sentence) {
        return stack.stateMachines().values().stream()
                .flatMap(WorkflowRules::tasks)
                .filter(breaks::test)
                .map(task -> task + " " + sentence)
                .toList();
    }

    private static Stream<Task> tasks(StateMachineResource machine) {
        List<Task> tasks = new ArrayList<>();
        collect(machine.id(), machine.definition(), tasks);
        return tasks.stream();
    }

    private static void collect(String workflow, JsonNode node, List<Task> tasks) {
        node.path("States").properties().forEach(state -> {
            if (state.getValue().path("Type").asText().equals("Task")) {
                tasks.add(new Task(workflow, state.getKey(), state.getValue()));
            }
        });
        node.forEach(child -> collect(workflow, child, tasks));
    }
}

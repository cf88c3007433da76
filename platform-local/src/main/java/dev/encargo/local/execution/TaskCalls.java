package dev.encargo.local.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.function.CallFailed;
import dev.encargo.local.function.Functions;
import dev.encargo.local.template.model.FunctionResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.workflow.data.Json;
import dev.encargo.local.workflow.engine.Command;
import dev.encargo.local.workflow.engine.Signal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Calls the functions that workflow steps wait for, a bounded number at a time, and reports how they ended. A step
/// has a limit, so those who wait here go before messages that would bring more of them: else steps time out in the
/// line and are called again in vain.
public final class TaskCalls {
    private static final System.Logger LOG = System.getLogger(TaskCalls.class.getName());
    private static final int AT_A_TIME = 48;

    private final Stack stack;
    private final Functions functions;
    private final Executor executor;
    private final Semaphore permits = new Semaphore(AT_A_TIME);
    private final AtomicInteger open = new AtomicInteger();

    public TaskCalls(Stack stack, Functions functions, Executor executor) {
        this.stack = stack;
        this.functions = functions;
        this.executor = executor;
    }

    public boolean quiet() {
        return open.get() == 0;
    }

    void call(Command.ScheduleTask task, Consumer<Signal> report) {
        functions.callers().enter();
        answer(() -> {
            permits.acquireUninterruptibly();
            try {
                report.accept(called(task));
            } finally {
                permits.release();
                functions.callers().leave();
            }
        });
    }

    /// Runs `work` soon, counted as open until it has ended.
    void answer(Runnable work) {
        open.incrementAndGet();
        executor.execute(() -> {
            try {
                work.run();
            } finally {
                open.decrementAndGet();
            }
        });
    }

    private Signal called(Command.ScheduleTask task) {
        boolean integration = task.resource().text().endsWith(":lambda:invoke");
        String name = integration
                ? task.parameters().path("FunctionName").asText()
                : task.resource().text();
        Optional<FunctionResource> function = stack.functionByArn(name);
        if (function.isEmpty()) {
            return failed(
                    task,
                    "States.TaskFailed",
                    "the local host has no integration for " + task.resource().text() + " " + name);
        }
        JsonNode payload = integration ? task.parameters().path("Payload") : task.parameters();
        try {
            byte[] event = Json.write(payload.isMissingNode() ? Json.object() : payload)
                    .getBytes(StandardCharsets.UTF_8);
            JsonNode answer =
                    Inputs.tree(new String(functions.call(function.get().id(), event), StandardCharsets.UTF_8));
            return new Signal.TaskSucceeded(task.task(), integration ? wrapped(answer) : answer);
        } catch (CallFailed fault) {
            if (fault.kind() == CallFailed.Kind.CRASHED) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        function.get().id() + " failed in a workflow's step: " + fault.errorType(),
                        fault);
            }
            return failed(task, errorName(fault), cause(fault));
        }
    }

    private static ObjectNode wrapped(JsonNode answer) {
        ObjectNode output = Json.object();
        output.put("ExecutedVersion", "$LATEST");
        output.set("Payload", answer);
        output.put("StatusCode", 200);
        return output;
    }

    private static String errorName(CallFailed fault) {
        return fault.kind() == CallFailed.Kind.THROTTLED ? "Lambda.TooManyRequestsException" : fault.errorType();
    }

    private static String cause(CallFailed fault) {
        return Json.write(Json.object()
                .put("errorMessage", String.valueOf(fault.getMessage()))
                .put("errorType", fault.errorType()));
    }

    private static Signal failed(Command.ScheduleTask task, String error, String cause) {
        return new Signal.TaskFailed(task.task(), error, cause);
    }
}

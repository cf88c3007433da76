package dev.encargo.local.ports;

import dev.encargo.local.delivery.Bus;
import dev.encargo.local.execution.Executions;
import dev.encargo.local.queue.MessageQueue;
import dev.encargo.local.queue.Queues;
import dev.encargo.local.store.Change;
import dev.encargo.local.template.model.FunctionResource;
import dev.encargo.platform.Workflows.Answer;
import dev.encargo.platform.effects.Effect;
import dev.encargo.platform.event.EventMessage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What one function may set going, found through its environment in the template: the bus, its state machines,
/// queues, secrets and bucket.
final class Outlet {
    private static final Pattern SECRET_NAME = Pattern.compile("[a-z0-9-]+");

    private final FunctionResource function;
    private final Bus bus;
    private final Executions executions;
    private final Queues queues;

    Outlet(FunctionResource function, Bus bus, Executions executions, Queues queues) {
        this.function = function;
        this.bus = bus;
        this.executions = executions;
        this.queues = queues;
    }

    /// What a document's effects write, in order.
    Change of(List<Effect> effects) {
        Change all = Change.NOTHING;
        for (Effect effect : effects) {
            all = all.and(of(effect));
        }
        return all;
    }

    private Change of(Effect effect) {
        return switch (effect) {
            case Effect.Publish publish -> publish(publish.event());
            case Effect.Succeed succeed -> executions.answer(succeed.token(), new Answer.Success(succeed.output()));
            case Effect.Fail fail -> executions.answer(fail.token(), new Answer.Failure(fail.error(), fail.cause()));
            case Effect.StartWorkflow start -> executions.start(machine(start.workflow()), start.name(), start.input());
            case Effect.Send send -> queue(send.queue()).send(send.body(), null);
        };
    }

    Change publish(EventMessage event) {
        return bus.publish(variable("BUS_NAME"), event, event.subject());
    }

    String machine(String workflow) {
        return variable(
                "WORKFLOW_" + workflow.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT));
    }

    MessageQueue queue(String name) {
        String url = variable("QUEUE_" + name.replace('-', '_').toUpperCase(Locale.ROOT));
        return queues.byUrl(url)
                .orElseThrow(
                        () -> new IllegalStateException(function.id() + " names a queue that does not exist: " + url));
    }

    /// Where its files are.
    String bucket() {
        return variable("FILES_BUCKET");
    }

    /// The ARN of a secret, whose name is of small letters, digits and hyphens.
    String secret(String name) {
        String variable = "SECRET_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
        return Optional.ofNullable(function.environment().get(variable))
                .filter(_ -> SECRET_NAME.matcher(name).matches())
                .orElseThrow(() -> new IllegalStateException("no secret '" + name + "': " + function.id()
                        + " has no variable " + variable + " in its Environment (" + function.at() + ")"));
    }

    private String variable(String name) {
        return Optional.ofNullable(function.environment().get(name))
                .orElseThrow(() -> new IllegalStateException(
                        function.id() + " has no variable " + name + " in its Environment (" + function.at() + ")"));
    }
}

package dev.encargo.local.delivery;

import dev.encargo.local.bus.EventDocument;
import dev.encargo.local.delivery.CompiledRule.CompiledTarget;
import dev.encargo.local.execution.Executions;
import dev.encargo.local.queue.MessageQueue;
import dev.encargo.local.queue.MessageTooLarge;
import dev.encargo.local.queue.Queues;
import dev.encargo.local.store.Change;
import dev.encargo.local.template.model.FunctionResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.model.TargetResource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Hands an event to a rule's target, as the bus's service may.
final class Targets {
    private static final String SERVICE = "events.amazonaws.com";

    private final Stack stack;
    private final Queues queues;
    private final Executions executions;
    private final Topics topics;
    private final AsyncCalls calls;

    /// Targets that a test or a fault has made fail, with how often they still will.
    private final Map<String, Integer> failing = new ConcurrentHashMap<>();

    Targets(Stack stack, Queues queues, Executions executions, Topics topics, AsyncCalls calls) {
        this.stack = stack;
        this.queues = queues;
        this.executions = executions;
        this.topics = topics;
        this.calls = calls;
    }

    void fail(String targetArn, int times) {
        failing.put(targetArn, times);
    }

    /// The rows of one delivery.
    ///
    /// @throws DeliveryRefused when the target does not take it
    Change delivery(CompiledTarget compiled, BusEvent event, EventDocument document) {
        TargetResource target = compiled.target();
        if (failing.getOrDefault(target.arn(), 0) > 0) {
            failing.merge(target.arn(), -1, Integer::sum);
            throw new DeliveryRefused("THROTTLING", "the target is made to fail", true);
        }
        String service = target.arn().split(":", 4)[2];
        return switch (service) {
            case "sqs" -> queue(compiled, event, document);
            case "states" -> execution(compiled, event, document);
            case "firehose" -> stream(target);
            case "sns" -> topic(compiled, event, document);
            case "lambda" -> function(compiled, event, document);
            default -> throw new DeliveryRefused("NO_RESOURCE", "no target of service " + service, false);
        };
    }

    private Change queue(CompiledTarget compiled, BusEvent event, EventDocument document) {
        TargetResource target = compiled.target();
        MessageQueue queue = queues.byArn(target.arn())
                .orElseThrow(() -> new DeliveryRefused("NO_RESOURCE", "there is no queue " + target.arn(), false));
        requirePolicy("sqs:SendMessage", compiled);
        try {
            return queue.send(compiled.render(document, event.time()), null);
        } catch (MessageTooLarge tooLarge) {
            throw new DeliveryRefused("INVALID_PARAMETER", String.valueOf(tooLarge.getMessage()), false);
        }
    }

    private void requirePolicy(String action, CompiledTarget compiled) {
        String arn = compiled.target().arn();
        if (!stack.resourceAllows(SERVICE, action, arn, compiled.rule().arn())) {
            throw new DeliveryRefused(
                    "NO_PERMISSIONS", "no resource policy allows " + SERVICE + " " + action + " on " + arn, false);
        }
    }

    private Change execution(CompiledTarget compiled, BusEvent event, EventDocument document) {
        TargetResource target = compiled.target();
        if (!executions.knows(target.arn())) {
            throw new DeliveryRefused("NO_RESOURCE", "there is no state machine " + target.arn(), false);
        }
        requireRole(target);
        return executions.start(target.arn(), event.envelopeId(), compiled.render(document, event.time()));
    }

    /// A stream reads the log of events by itself: see [Streams].
    private Change stream(TargetResource target) {
        if (stack.streamByArn(target.arn()).isEmpty()) {
            throw new DeliveryRefused("NO_RESOURCE", "there is no stream " + target.arn(), false);
        }
        requireRole(target);
        return Change.NOTHING;
    }

    private void requireRole(TargetResource target) {
        if (target.roleArn().flatMap(stack::roleByArn).isEmpty()) {
            throw new DeliveryRefused("NO_PERMISSIONS", "the target names no role of this stack", false);
        }
    }

    private Change topic(CompiledTarget compiled, BusEvent event, EventDocument document) {
        String arn = compiled.target().arn();
        if (stack.topicByArn(arn).isEmpty()) {
            throw new DeliveryRefused("NO_RESOURCE", "there is no topic " + arn, false);
        }
        requirePolicy("sns:Publish", compiled);
        return topics.published(arn, compiled.render(document, event.time()), event.time());
    }

    private Change function(CompiledTarget compiled, BusEvent event, EventDocument document) {
        Optional<FunctionResource> function =
                stack.functionByArn(compiled.target().arn());
        if (function.isEmpty()) {
            throw new DeliveryRefused(
                    "NO_RESOURCE", "there is no function " + compiled.target().arn(), false);
        }
        return calls.call(function.get(), compiled.render(document, event.time()));
    }

    /// The dead letter of a delivery that failed for good, or nothing where the target has no dead-letter queue:
    /// then the event is dropped, as EventBridge drops it. `exhausted` names the part of the retry policy that was
    /// spent, if it was tried again at all.
    Optional<Change> deadLetter(
            CompiledTarget compiled, BusEvent event, DeliveryRefused why, int attempts, @Nullable String exhausted) {
        Map<String, String> attributes = new TreeMap<>(Map.of(
                "RULE_ARN", compiled.rule().arn(),
                "TARGET_ARN", compiled.target().arn(),
                "ERROR_CODE", why.code(),
                "ERROR_MESSAGE", String.valueOf(why.getMessage()),
                "RETRY_ATTEMPTS", Integer.toString(Math.max(0, attempts - 1)),
                "ENCARGO_RULE", compiled.rule().id(),
                "ENCARGO_TARGET", compiled.target().id()));
        if (exhausted != null) {
            attributes.put("EXHAUSTED_RETRY_CONDITION", exhausted);
        }
        return compiled.target()
                .deadLetterArn()
                .flatMap(queues::byArn)
                .map(queue -> queue.sendFailed(event.json(), attributes, why.code() + ": " + why.getMessage()));
    }
}

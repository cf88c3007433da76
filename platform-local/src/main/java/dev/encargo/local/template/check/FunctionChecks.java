package dev.encargo.local.template.check;

import dev.encargo.local.template.model.EventSourceMapping;
import dev.encargo.local.template.model.FunctionResource;
import dev.encargo.local.template.model.Mention;
import dev.encargo.local.template.model.QueueResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.source.Refusals;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A function's role, queues and destinations exist, and its queues wait longer than it may run.
final class FunctionChecks {

    private static final List<String> POLLING =
            List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");

    private FunctionChecks() {}

    static void check(Stack stack, Refusals refusals) {
        for (FunctionResource function : stack.functions().values()) {
            function.role()
                    .ifPresent(role ->
                            Roles.mustBeTakenBy(role.arn(), "lambda.amazonaws.com", role.at(), stack, refusals));
            function.eventSources().forEach(source -> source(function, source, stack, refusals));
            Stream.of(function.async().onFailure(), function.async().onSuccess())
                    .flatMap(Optional::stream)
                    .forEach(destination -> destination(destination, stack, refusals));
        }
    }

    private static void source(FunctionResource function, EventSourceMapping source, Stack stack, Refusals refusals) {
        Optional<QueueResource> queue = stack.queueByArn(source.queueArn());
        if (queue.isEmpty()) {
            refusals.add(
                    source.at(),
                    function.id() + " reads a queue that does not exist",
                    "Nothing in this template has the ARN " + source.queueArn(),
                    "Refer to a queue of this template with !GetAtt Queue.Arn");
            return;
        }
        if (queue.get().visibility().compareTo(function.timeout()) < 0) {
            refusals.add(
                    source.at(),
                    queue.get().id() + " hides a message for "
                            + queue.get().visibility().toSeconds() + " s, but " + function.id() + " may run "
                            + function.timeout().toSeconds() + " s",
                    "Lambda refuses such a mapping: the message would come twice",
                    "Raise VisibilityTimeout at " + queue.get().at());
        }
        function.roleArn()
                .flatMap(stack::roleByArn)
                .ifPresent(role -> POLLING.stream()
                        .filter(action -> !role.allows(action, source.queueArn()))
                        .forEach(action -> refusals.add(
                                source.at(),
                                "The role " + role.id() + " does not allow " + action,
                                "Lambda reads " + queue.get().id() + " with it",
                                "Allow it in " + role.id() + " at " + role.at())));
    }

    private static void destination(Mention destination, Stack stack, Refusals refusals) {
        String arn = destination.arn();
        boolean exists = stack.queueByArn(arn).isPresent()
                || stack.topicByArn(arn).isPresent()
                || stack.functionByArn(arn).isPresent()
                || stack.buses().values().stream().anyMatch(bus -> bus.arn().equals(arn));
        if (!exists) {
            refusals.add(
                    destination.at(),
                    "The destination " + arn + " does not exist",
                    "What failed for good would be lost",
                    "Refer to a queue, topic, bus or function of this template");
        }
    }
}

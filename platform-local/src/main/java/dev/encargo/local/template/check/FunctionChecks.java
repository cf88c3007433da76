package dev.encargo.local.template.check;

import static dev.encargo.local.template.source.Phrase.english;

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
                    english("%s reads a queue that does not exist", function.id()),
                    english("Nothing in this template has the ARN %s", source.queueArn()),
                    english("Refer to a queue of this template with !GetAtt Queue.Arn"));
            return;
        }
        if (queue.get().visibility().compareTo(function.timeout()) < 0) {
            refusals.add(
                    source.at(),
                    english(
                            "%s hides a message for %s s, but %s may run %s s",
                            queue.get().id(),
                            queue.get().visibility().toSeconds(),
                            function.id(),
                            function.timeout().toSeconds()),
                    english("Lambda refuses such a mapping: the message would come twice"),
                    english("Raise VisibilityTimeout at %s", queue.get().at()));
        }
        function.roleArn()
                .flatMap(stack::roleByArn)
                .ifPresent(role -> POLLING.stream()
                        .filter(action -> !role.allows(action, source.queueArn()))
                        .forEach(action -> refusals.add(
                                source.at(),
                                english("The role %s does not allow %s", role.id(), action),
                                english("Lambda reads %s with it", queue.get().id()),
                                english("Allow it in %s at %s", role.id(), role.at()))));
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
                    english("The destination %s does not exist", arn),
                    english("What failed for good would be lost"),
                    english("Refer to a queue, topic, bus or function of this template"));
        }
    }
}

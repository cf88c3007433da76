package dev.encargo.local.template.check;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.model.QueueResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.model.Subscription;
import dev.encargo.local.template.source.Refusals;

/// Dead letters go to a queue that exists and is another; topics deliver to what exists and lets them.
final class QueueChecks {

    private QueueChecks() {}

    static void check(Stack stack, Refusals refusals) {
        stack.queues().values().forEach(queue -> redrive(queue, stack, refusals));
        stack.topics()
                .values()
                .forEach(topic ->
                        topic.subscriptions().forEach(subscription -> subscription(subscription, stack, refusals)));
    }

    private static void redrive(QueueResource queue, Stack stack, Refusals refusals) {
        queue.redrive().ifPresent(redrive -> {
            boolean exists = stack.queueByArn(redrive.deadLetterArn()).isPresent();
            if (!exists || redrive.deadLetterArn().equals(queue.arn())) {
                refusals.add(
                        redrive.at(),
                        english("The dead letters of %s have no queue", queue.id()),
                        exists
                                ? english("It names itself")
                                : english("Nothing in this template has the ARN %s", redrive.deadLetterArn()),
                        english("Refer to another queue of this template"));
            }
        });
    }

    private static void subscription(Subscription subscription, Stack stack, Refusals refusals) {
        String endpoint = subscription.endpoint();
        boolean dangling = switch (subscription.protocol()) {
            case "sqs" -> stack.queueByArn(endpoint).isEmpty();
            case "lambda" -> stack.functionByArn(endpoint).isEmpty();
            default -> false;
        };
        if (dangling) {
            refusals.add(
                    subscription.at(),
                    english("The subscriber %s does not exist", endpoint),
                    english("Nothing in this template has this ARN"),
                    english("Refer to a queue or function of this template"));
        } else if (subscription.protocol().equals("sqs")
                && !stack.resourceAllows("sns.amazonaws.com", "sqs:SendMessage", endpoint, subscription.topicArn())) {
            refusals.add(
                    subscription.at(),
                    english("The topic may not deliver to %s", endpoint),
                    english("No policy of the queue allows sns.amazonaws.com sqs:SendMessage for it"),
                    english("Add the statement to the queue's policy"));
        }
    }
}

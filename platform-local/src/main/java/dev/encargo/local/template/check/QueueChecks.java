package dev.encargo.local.template.check;

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
                        "The dead letters of " + queue.id() + " have no queue",
                        exists ? "It names itself" : "Nothing in this template has the ARN " + redrive.deadLetterArn(),
                        "Refer to another queue of this template");
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
                    "The subscriber " + endpoint + " does not exist",
                    "Nothing in this template has this ARN",
                    "Refer to a queue or function of this template");
        } else if (subscription.protocol().equals("sqs")
                && !stack.resourceAllows("sns.amazonaws.com", "sqs:SendMessage", endpoint, subscription.topicArn())) {
            refusals.add(
                    subscription.at(),
                    "The topic may not deliver to " + endpoint,
                    "No policy of the queue allows sns.amazonaws.com sqs:SendMessage for it",
                    "Add the statement to the queue's policy");
        }
    }
}

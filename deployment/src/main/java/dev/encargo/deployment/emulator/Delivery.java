package dev.encargo.deployment.emulator;

import dev.encargo.local.bus.EventDocument;
import dev.encargo.local.bus.RuleOrigin;
import dev.encargo.local.bus.TargetInput;
import dev.encargo.local.template.model.QueueResource;
import dev.encargo.local.template.model.RuleResource;
import dev.encargo.local.template.model.TargetResource;
import java.time.Instant;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.eventbridge.model.Target;

/// One target of one rule. The emulator matches the rule and puts the whole event into a queue; what it lacks, the
/// target's input and kind, is done from there.
final class Delivery {
    private final EmulatedStack made;
    private final RuleResource rule;
    private final TargetResource target;
    private final TargetInput input;
    private final String queueUrl;

    private Delivery(EmulatedStack made, RuleResource rule, TargetResource target, String queueUrl) {
        this.made = made;
        this.rule = rule;
        this.target = target;
        this.input = TargetInput.of(target);
        this.queueUrl = queueUrl;
    }

    /// Makes the queue between rule and target, and names it to the emulator as the rule's target.
    static Delivery make(EmulatedStack made, RuleResource rule, TargetResource target) {
        String name = "between-" + rule.id() + "-" + target.id();
        String url = made.clients()
                .queues
                .createQueue(request -> request.queueName(name))
                .queueUrl();
        String arn = "arn:aws:sqs:" + Moto.REGION + ":" + Moto.ACCOUNT + ":" + name;
        made.clients()
                .events
                .putTargets(request -> request.rule(ruleName(rule))
                        .eventBusName(rule.bus())
                        .targets(Target.builder().id(target.id()).arn(arn).build()));
        return new Delivery(made, rule, target, url);
    }

    static String ruleName(RuleResource rule) {
        return rule.name().substring(rule.name().lastIndexOf('/') + 1);
    }

    String queueUrl() {
        return queueUrl;
    }

    void deliver(String event) {
        String given = input.render(EventDocument.of(event), new RuleOrigin(rule.arn(), rule.name(), Instant.now()));
        Clients clients = made.clients();
        String arn = target.arn();
        switch (arn.split(":", 7)[2]) {
            case "states" ->
                clients.workflows.startExecution(request -> request.stateMachineArn(arn)
                        .name(EventId.of(event) + "_" + rule.id())
                        .input(given));
            case "sqs" -> {
                QueueResource queue = made.stack().queueByArn(arn).orElseThrow();
                clients.queues.sendMessage(
                        request -> request.queueUrl(made.queueUrl(queue)).messageBody(given));
            }
            case "sns" ->
                clients.topics.publish(request -> request.topicArn(arn).message(given));
            case "firehose" ->
                clients.streams.putRecord(request -> request.deliveryStreamName(arn.substring(arn.indexOf('/') + 1))
                        .record(record -> record.data(SdkBytes.fromUtf8String(given + "\n"))));
            default -> throw new IllegalStateException(rule.id() + " has a target of an unknown kind: " + arn);
        }
    }
}

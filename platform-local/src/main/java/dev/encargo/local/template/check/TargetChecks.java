package dev.encargo.local.template.check;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.model.FunctionResource;
import dev.encargo.local.template.model.RuleResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.model.TargetResource;
import dev.encargo.local.template.source.Refusals;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A rule's target exists, the rule may deliver to it, and what it delivers can be made.
final class TargetChecks {

    private static final Pattern VARIABLE = Pattern.compile("<([A-Za-z0-9_.-]+)>");
    private static final Set<String> RESERVED = Set.of(
            "aws.events.rule-arn",
            "aws.events.rule-name",
            "aws.events.event.ingestion-time",
            "aws.events.event",
            "aws.events.event.json");
    private static final String EVENTS = "events.amazonaws.com";

    private TargetChecks() {}

    static void check(Stack stack, Refusals refusals) {
        stack.rules().values().forEach(rule -> rule.targets().forEach(target -> check(rule, target, stack, refusals)));
    }

    private static void check(RuleResource rule, TargetResource target, Stack stack, Refusals refusals) {
        String arn = target.arn();
        if (stack.queueByArn(arn).isPresent()) {
            byPolicy("sqs:SendMessage", arn, rule, target, stack, refusals);
        } else if (stack.topicByArn(arn).isPresent()) {
            byPolicy("sns:Publish", arn, rule, target, stack, refusals);
        } else if (stack.stateMachineByArn(arn).isPresent()) {
            byRole("states:StartExecution", rule, target, stack, refusals);
        } else if (stack.streamByArn(arn).isPresent()) {
            byRole("firehose:PutRecord", rule, target, stack, refusals);
        } else if (stack.buses().values().stream().anyMatch(bus -> bus.arn().equals(arn))) {
            byRole("events:PutEvents", rule, target, stack, refusals);
        } else if (stack.functionByArn(arn).isPresent()) {
            asynchronously(rule, target, stack.functionByArn(arn).get(), refusals);
        } else {
            refusals.add(
                    target.at(),
                    english("The target %s of %s does not exist", target.id(), rule.id()),
                    english("Nothing in this template has the ARN %s", arn),
                    english("Refer to a queue, topic, state machine, stream, bus or function of this template"));
        }
        deadLetters(rule, target, stack, refusals);
        delivered(rule, target, refusals);
    }

    /// Lambda takes an event at once and drops it after two failed retries (a schedule comes again); a target's
    /// dead-letter queue never sees
    /// that.
    private static void asynchronously(
            RuleResource rule, TargetResource target, FunctionResource function, Refusals refusals) {
        if (rule.patternJson().isPresent() && function.async().onFailureArn().isEmpty()) {
            refusals.add(
                    target.at(),
                    english("%s calls %s, and what fails there would be lost", rule.id(), function.id()),
                    english("Lambda drops an event after its retries, unseen by the target's dead-letter queue"),
                    english(
                            "Target a queue that the function reads, or give the function an OnFailure destination at %s",
                            function.at()));
        }
    }

    private static void byPolicy(
            String action, String arn, RuleResource rule, TargetResource target, Stack stack, Refusals refusals) {
        if (!stack.resourceAllows(EVENTS, action, arn, rule.arn())) {
            refusals.add(
                    target.at(),
                    english("%s may not deliver to %s", rule.id(), target.id()),
                    english("No policy allows %s %s on it for this rule; every event would fail", EVENTS, action),
                    english("Add the statement with aws:SourceArn !GetAtt %s.Arn to its policy", rule.id()));
        }
    }

    private static void byRole(
            String action, RuleResource rule, TargetResource target, Stack stack, Refusals refusals) {
        if (target.roleArn().isEmpty()) {
            refusals.add(
                    target.at(),
                    english("The target %s of %s has no RoleArn", target.id(), rule.id()),
                    english("EventBridge needs a role for %s", action),
                    english("Name a role that %s may take", EVENTS));
            return;
        }
        Roles.mustAllow(target.roleArn().get(), EVENTS, action, target.arn(), target.at(), stack, refusals);
    }

    private static void deadLetters(RuleResource rule, TargetResource target, Stack stack, Refusals refusals) {
        if (target.deadLetterArn().isEmpty()) {
            return;
        }
        String arn = target.deadLetterArn().get();
        if (stack.queueByArn(arn).isEmpty()) {
            refusals.add(
                    target.at(),
                    english("The dead letters of %s of %s have no queue", target.id(), rule.id()),
                    english("Nothing in this template has the ARN %s", arn),
                    english("Refer to a queue of this template"));
        } else {
            byPolicy("sqs:SendMessage", arn, rule, target, stack, refusals);
        }
    }

    private static void delivered(RuleResource rule, TargetResource target, Refusals refusals) {
        long shapes = Stream.of(target.input(), target.inputPath(), target.transformer())
                .filter(shape -> shape.isPresent())
                .count();
        if (shapes > 1) {
            refusals.add(
                    target.at(),
                    english("%s of %s shapes its input in more than one way", target.id(), rule.id()),
                    english("Input, InputPath and InputTransformer exclude each other"),
                    english("Keep one"));
        }
        target.transformer().ifPresent(transformer -> {
            Matcher used = VARIABLE.matcher(transformer.template());
            while (used.find()) {
                if (!transformer.paths().containsKey(used.group(1)) && !RESERVED.contains(used.group(1))) {
                    refusals.add(
                            target.at(),
                            english("The input template of %s uses %s", rule.id(), used.group()),
                            english("InputPathsMap does not name it"),
                            english("Add it there or correct the name"));
                }
            }
            if (transformer.template().length() > 8192 || transformer.paths().size() > 100) {
                refusals.add(
                        target.at(),
                        english("The input transformer of %s is too large", rule.id()),
                        english("EventBridge allows 100 variables and 8192 characters"),
                        english("Make it smaller"));
            }
        });
    }
}

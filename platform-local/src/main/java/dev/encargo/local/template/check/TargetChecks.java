package dev.encargo.local.template.check;

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
                    "The target " + target.id() + " of " + rule.id() + " does not exist",
                    "Nothing in this template has the ARN " + arn,
                    "Refer to a queue, topic, state machine, stream, bus or function of this template");
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
                    rule.id() + " calls " + function.id() + ", and what fails there would be lost",
                    "Lambda drops an event after its retries, unseen by the target's dead-letter queue",
                    "Target a queue that the function reads, or give the function an OnFailure destination at "
                            + function.at());
        }
    }

    private static void byPolicy(
            String action, String arn, RuleResource rule, TargetResource target, Stack stack, Refusals refusals) {
        if (!stack.resourceAllows(EVENTS, action, arn, rule.arn())) {
            refusals.add(
                    target.at(),
                    rule.id() + " may not deliver to " + target.id(),
                    "No policy allows " + EVENTS + " " + action + " on it for this rule; every event would fail",
                    "Add the statement with aws:SourceArn !GetAtt " + rule.id() + ".Arn to its policy");
        }
    }

    private static void byRole(
            String action, RuleResource rule, TargetResource target, Stack stack, Refusals refusals) {
        if (target.roleArn().isEmpty()) {
            refusals.add(
                    target.at(),
                    "The target " + target.id() + " of " + rule.id() + " has no RoleArn",
                    "EventBridge needs a role for " + action,
                    "Name a role that " + EVENTS + " may take");
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
                    "The dead letters of " + target.id() + " of " + rule.id() + " have no queue",
                    "Nothing in this template has the ARN " + arn,
                    "Refer to a queue of this template");
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
                    target.id() + " of " + rule.id() + " shapes its input in more than one way",
                    "Input, InputPath and InputTransformer exclude each other",
                    "Keep one");
        }
        target.transformer().ifPresent(transformer -> {
            Matcher used = VARIABLE.matcher(transformer.template());
            while (used.find()) {
                if (!transformer.paths().containsKey(used.group(1)) && !RESERVED.contains(used.group(1))) {
                    refusals.add(
                            target.at(),
                            "The input template of " + rule.id() + " uses " + used.group(),
                            "InputPathsMap does not name it",
                            "Add it there or correct the name");
                }
            }
            if (transformer.template().length() > 8192 || transformer.paths().size() > 100) {
                refusals.add(
                        target.at(),
                        "The input transformer of " + rule.id() + " is too large",
                        "EventBridge allows 100 variables and 8192 characters",
                        "Make it smaller");
            }
        });
    }
}

package dev.encargo.local.template.check;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.model.RuleResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.source.Refusals;
import java.util.HashSet;
import java.util.Set;

/// A rule stands on a bus that exists, has a pattern or a schedule, and at most five targets.
final class RuleChecks {

    private static final int MOST_TARGETS = 5;

    private RuleChecks() {}

    static void check(Stack stack, Refusals refusals) {
        stack.rules().values().forEach(rule -> check(rule, stack, refusals));
    }

    private static void check(RuleResource rule, Stack stack, Refusals refusals) {
        boolean busExists = rule.bus().equals("default")
                || stack.buses().values().stream().anyMatch(bus -> bus.name().equals(rule.bus()));
        if (!busExists) {
            refusals.add(
                    rule.at(),
                    english("%s listens on the bus %s, which does not exist", rule.id(), rule.bus()),
                    english("No event would ever reach it"),
                    english("Declare the bus or name another with !Ref"));
        }
        if (rule.patternJson().isEmpty() && rule.scheduleExpression().isEmpty()) {
            refusals.add(
                    rule.at(),
                    english("%s has neither EventPattern nor ScheduleExpression", rule.id()),
                    english("It would never do anything"),
                    english("Give it one of them"));
        }
        if (rule.scheduleExpression().isPresent() && !rule.bus().equals("default")) {
            refusals.add(
                    rule.at(),
                    english("%s has a schedule on the bus %s", rule.id(), rule.bus()),
                    english("EventBridge runs schedules on the default bus only"),
                    english("Remove EventBusName"));
        }
        rule.scheduleExpression()
                .filter(expression -> !ScheduleChecks.isValid(expression))
                .ifPresent(expression -> refusals.add(
                        rule.at(),
                        english("\"%s\" is no schedule", expression),
                        english("It is rate(…) or cron(…)"),
                        english("Correct ScheduleExpression")));
        if (rule.targets().size() > MOST_TARGETS) {
            refusals.add(
                    rule.targets().get(MOST_TARGETS).at(),
                    english("%s has %s targets", rule.id(), rule.targets().size()),
                    english("EventBridge allows %s a rule", MOST_TARGETS),
                    english("Move this one to another rule"));
        }
        Set<String> ids = new HashSet<>();
        rule.targets().stream()
                .filter(target -> !ids.add(target.id()))
                .forEach(target -> refusals.add(
                        target.at(),
                        english("%s has two targets with the Id %s", rule.id(), target.id()),
                        english("The later would replace the earlier"),
                        english("Give each its own Id")));
    }
}

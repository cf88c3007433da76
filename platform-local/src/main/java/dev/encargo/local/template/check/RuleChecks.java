package dev.encargo.local.template.check;

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
                    rule.id() + " listens on the bus " + rule.bus() + ", which does not exist",
                    "No event would ever reach it",
                    "Declare the bus or name another with !Ref");
        }
        if (rule.patternJson().isEmpty() && rule.scheduleExpression().isEmpty()) {
            refusals.add(
                    rule.at(),
                    rule.id() + " has neither EventPattern nor ScheduleExpression",
                    "It would never do anything",
                    "Give it one of them");
        }
        if (rule.scheduleExpression().isPresent() && !rule.bus().equals("default")) {
            refusals.add(
                    rule.at(),
                    rule.id() + " has a schedule on the bus " + rule.bus(),
                    "EventBridge runs schedules on the default bus only",
                    "Remove EventBusName");
        }
        rule.scheduleExpression()
                .filter(expression -> !ScheduleChecks.isValid(expression))
                .ifPresent(expression -> refusals.add(
                        rule.at(),
                        "\"" + expression + "\" is no schedule",
                        "It is rate(…) or cron(…)",
                        "Correct ScheduleExpression"));
        if (rule.targets().size() > MOST_TARGETS) {
            refusals.add(
                    rule.targets().get(MOST_TARGETS).at(),
                    rule.id() + " has " + rule.targets().size() + " targets",
                    "EventBridge allows " + MOST_TARGETS + " a rule",
                    "Move this one to another rule");
        }
        Set<String> ids = new HashSet<>();
        rule.targets().stream()
                .filter(target -> !ids.add(target.id()))
                .forEach(target -> refusals.add(
                        target.at(),
                        rule.id() + " has two targets with the Id " + target.id(),
                        "The later would replace the earlier",
                        "Give each its own Id"));
    }
}

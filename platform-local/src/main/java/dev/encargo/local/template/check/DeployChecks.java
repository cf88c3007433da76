package dev.encargo.local.template.check;

import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.source.Refusals;
import java.util.List;
import java.util.function.BiConsumer;

/// Everything that is checked once the whole stack is known.
public final class DeployChecks {

    private static final List<BiConsumer<Stack, Refusals>> CHECKS = List.of(
            NameChecks::check,
            RuleChecks::check,
            TargetChecks::check,
            QueueChecks::check,
            FunctionChecks::check,
            ScheduleChecks::check,
            StreamChecks::check,
            WorkflowChecks::check,
            ApiChecks::check);

    private DeployChecks() {}

    public static void check(Stack stack, Refusals refusals) {
        CHECKS.forEach(check -> check.accept(stack, refusals));
    }
}

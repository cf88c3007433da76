package dev.encargo.local.host;

import dev.encargo.local.function.Functions;
import dev.encargo.local.schedule.Schedules;
import dev.encargo.local.template.StackOptions;
import dev.encargo.local.template.StackReader;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.source.Refusals;
import java.nio.file.Path;

/// Looks for what a template says that AWS would do and this process could not, before anything is touched.
final class StartChecks {

    private StartChecks() {}

    /// The stack of a template that can be run here.
    ///
    /// @throws dev.encargo.local.template.source.TemplateRefused with all that cannot
    static Stack read(Path template, StackOptions options) {
        Stack stack = StackReader.read(template, options);
        Refusals refusals = new Refusals();
        Functions.check(stack, refusals);
        Schedules.check(stack, refusals);
        Front.check(stack, refusals);
        refusals.throwIfAny();
        return stack;
    }
}

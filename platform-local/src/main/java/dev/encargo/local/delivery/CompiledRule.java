package dev.encargo.local.delivery;

import dev.encargo.local.bus.EventDocument;
import dev.encargo.local.bus.RuleOrigin;
import dev.encargo.local.bus.TargetInput;
import dev.encargo.local.template.model.RuleResource;
import dev.encargo.local.template.model.TargetResource;
import java.time.Instant;
import java.util.List;

/// A rule with the input of each of its targets compiled.
record CompiledRule(RuleResource rule, List<CompiledTarget> targets) {

    static CompiledRule of(RuleResource rule) {
        return new CompiledRule(
                rule,
                rule.targets().stream()
                        .map(target -> new CompiledTarget(rule, target, TargetInput.of(target)))
                        .toList());
    }

    record CompiledTarget(RuleResource rule, TargetResource target, TargetInput input) {

        /// What the target is given of the event.
        String render(EventDocument event, Instant ingested) {
            return input.render(event, new RuleOrigin(rule.arn(), rule.name(), ingested));
        }
    }
}

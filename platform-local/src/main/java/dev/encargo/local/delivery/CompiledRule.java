package dev.encargo.local.delivery;

import dev.encargo.local.bus.TargetInput;
import dev.encargo.local.template.model.RuleResource;
import dev.encargo.local.template.model.TargetResource;
import java.util.List;

/// A rule with the input of each of its targets compiled.
record CompiledRule(RuleResource rule, List<CompiledTarget> targets) {

    static CompiledRule of(RuleResource rule) {
        return new CompiledRule(
                rule,
                rule.targets().stream()
                        .map(target -> new CompiledTarget(rule, target, input(rule, target)))
                        .toList());
    }

    private static TargetInput input(RuleResource rule, TargetResource target) {
        if (target.transformer().isPresent()) {
            TargetResource.InputTransformer transformer = target.transformer().get();
            return TargetInput.transformed(rule.arn(), rule.name(), transformer.paths(), transformer.template());
        }
        return target.input()
                .map(TargetInput::constant)
                .or(() -> target.inputPath().map(TargetInput::path))
                .orElseGet(TargetInput::wholeEvent);
    }

    record CompiledTarget(RuleResource rule, TargetResource target, TargetInput input) {}
}

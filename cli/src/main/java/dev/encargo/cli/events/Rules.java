package dev.encargo.cli.events;

import dev.encargo.cli.Refusal;
import dev.encargo.local.template.model.RuleResource;
import dev.encargo.local.template.model.Stack;
import java.util.List;
import java.util.stream.Collectors;

/// The rules of the template that listen to events.
record Rules(List<RuleResource> all) {

    static Rules of(Stack stack) {
        return new Rules(stack.rules().values().stream()
                .filter(rule -> rule.patternJson().isPresent())
                .toList());
    }

    List<RuleResource> on(String bus) {
        return all.stream().filter(rule -> rule.bus().equals(bus)).toList();
    }

    long listening(String bus) {
        return on(bus).stream().filter(RuleResource::enabled).count();
    }

    /// The rule of a logical id or a name.
    ///
    /// @throws Refusal where there is none
    RuleResource named(String name) {
        return all.stream()
                .filter(rule -> rule.id().equalsIgnoreCase(name) || rule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Refusal.USAGE,
                        "The template has no rule " + name + ".",
                        "It has: " + all.stream().map(RuleResource::id).collect(Collectors.joining(", ")) + ".",
                        "Name one of these with --rule."));
    }
}

package dev.encargo.cli.events;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Refusal;
import dev.encargo.local.template.model.RuleResource;
import dev.encargo.local.template.model.Stack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /// How many are enabled on a bus.
    long listening(String bus) {
        return listening().getOrDefault(bus, 0L);
    }

    /// How many are enabled, by their buses.
    Map<String, Long> listening() {
        return all.stream()
                .filter(RuleResource::enabled)
                .collect(Collectors.groupingBy(RuleResource::bus, LinkedHashMap::new, Collectors.counting()));
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
                        say("The template has no rule %s.", name),
                        say("It has: %s.", all.stream().map(RuleResource::id).collect(Collectors.joining(", "))),
                        say("Name one of these with --rule.")));
    }
}

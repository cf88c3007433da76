package dev.encargo.cli.workflow;

import dev.encargo.cli.Refusal;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.model.StateMachineResource;
import java.util.stream.Collectors;

/// The template's workflows by name.
final class Workflows {

    private Workflows() {}

    /// @throws Refusal (2) where there is none of that name
    static StateMachineResource named(Stack stack, String name) {
        return stack.stateMachines().values().stream()
                .filter(machine ->
                        machine.name().equalsIgnoreCase(name) || machine.id().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Refusal.USAGE,
                        "The template has no workflow " + name + ".",
                        "It has: "
                                + stack.stateMachines().values().stream()
                                        .map(StateMachineResource::name)
                                        .collect(Collectors.joining(", "))
                                + ".",
                        "Use:  encargo workflow list"));
    }
}

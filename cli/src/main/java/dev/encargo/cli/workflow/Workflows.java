package dev.encargo.cli.workflow;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Refusal;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.model.StateMachineResource;
import java.util.stream.Collectors;

/// The template's workflows by name.
final class Workflows {

    private Workflows() {}

    /// @throws Refusal (2) where there is none of that name
    static StateMachineResource named(HostChoice host, String name) {
        Stack stack = host.stack();
        return stack.stateMachines().values().stream()
                .filter(machine ->
                        machine.name().equalsIgnoreCase(name) || machine.id().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Refusal.USAGE,
                        say("The template has no workflow %s.", name),
                        say(
                                "It has: %s.",
                                stack.stateMachines().values().stream()
                                        .map(StateMachineResource::name)
                                        .collect(Collectors.joining(", "))),
                        say("Use:  %s", encargo("workflow list" + host.asGiven()))));
    }
}

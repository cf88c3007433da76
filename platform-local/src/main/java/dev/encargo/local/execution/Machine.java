package dev.encargo.local.execution;

import dev.encargo.local.template.model.StateMachineResource;
import dev.encargo.local.workflow.definition.Definition;
import dev.encargo.local.workflow.definition.WorkflowType;
import dev.encargo.local.workflow.engine.Interpreter;
import java.util.stream.Collectors;

/// A state machine of the template with its interpreter.
record Machine(StateMachineResource resource, Interpreter interpreter) {

    static Machine of(StateMachineResource resource) {
        WorkflowType type = WorkflowType.valueOf(resource.kind().name());
        return switch (Definition.read(resource.definition(), type)) {
            case Definition.Reading.Valid valid -> new Machine(resource, new Interpreter(valid.definition()));
            case Definition.Reading.Invalid invalid ->
                throw new InvalidMachine(
                        resource.definitionFile(),
                        invalid.problems().stream().map(String::valueOf).collect(Collectors.joining("; ")));
        };
    }

    String executionArn(String name) {
        return resource.arn().replace(":stateMachine:", ":execution:") + ":" + name;
    }
}

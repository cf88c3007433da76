package dev.encargo.local.template.check;

import static dev.encargo.local.template.source.Phrase.english;
import static dev.encargo.local.template.source.Phrase.verbatim;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.model.StateMachineResource;
import dev.encargo.local.template.source.JsonLines;
import dev.encargo.local.template.source.Refusals;
import dev.encargo.local.workflow.definition.Definition;
import dev.encargo.local.workflow.definition.Problem;
import dev.encargo.local.workflow.definition.WorkflowType;
import java.util.Optional;

/// A definition is valid, what it calls by a fixed address exists, and the state machine's role may call it.
final class WorkflowChecks {

    private static final String STATES = "states.amazonaws.com";

    private WorkflowChecks() {}

    static void check(Stack stack, Refusals refusals) {
        for (StateMachineResource machine : stack.stateMachines().values()) {
            machine.roleArn().ifPresent(role -> Roles.mustBeTakenBy(role, STATES, machine.at(), stack, refusals));
            valid(machine, refusals);
            walk(machine.definition(), machine, stack, refusals);
        }
    }

    private static void valid(StateMachineResource machine, Refusals refusals) {
        WorkflowType type = WorkflowType.valueOf(machine.kind().name());
        if (Definition.read(machine.definition(), type) instanceof Definition.Reading.Invalid invalid) {
            for (Problem problem : invalid.problems()) {
                refusals.add(
                        machine.definedAt(JsonLines.of(machine.definitionJson(), problem.path())),
                        english("%s is not a valid state machine", machine.id()),
                        verbatim(problem.path() + ": " + problem.message()),
                        english("Correct the line"));
            }
        }
    }

    private static void walk(JsonNode node, StateMachineResource machine, Stack stack, Refusals refusals) {
        if (node.path("Type").asText().equals("Task")) {
            task(node, machine, stack, refusals);
        }
        node.forEach(child -> walk(child, machine, stack, refusals));
    }

    private static void task(JsonNode task, StateMachineResource machine, Stack stack, Refusals refusals) {
        String resource = task.path("Resource").asText();
        JsonNode parameters = task.has("Arguments") ? task.path("Arguments") : task.path("Parameters");
        if (resource.contains(":states:::sqs:sendMessage")) {
            fixed(parameters, "QueueUrl")
                    .ifPresent(url -> called(
                            stack.queueByUrl(url).map(queue -> queue.arn()),
                            url,
                            "sqs:SendMessage",
                            machine,
                            stack,
                            refusals));
        } else if (resource.contains(":states:::lambda:invoke")) {
            fixed(parameters, "FunctionName")
                    .ifPresent(name -> called(
                            stack.functionByArn(name).map(function -> name),
                            name,
                            "lambda:InvokeFunction",
                            machine,
                            stack,
                            refusals));
        } else if (resource.contains(":lambda:")) {
            called(
                    stack.functionByArn(resource).map(function -> resource),
                    resource,
                    "lambda:InvokeFunction",
                    machine,
                    stack,
                    refusals);
        }
    }

    private static void called(
            Optional<String> arn,
            String address,
            String action,
            StateMachineResource machine,
            Stack stack,
            Refusals refusals) {
        if (arn.isEmpty()) {
            refusals.add(
                    machine.at(),
                    english("%s calls %s, which does not exist", machine.id(), address),
                    english("Its definition %s names it", machine.definitionFile()),
                    english("Refer to something of this template in DefinitionSubstitutions"));
        } else {
            machine.roleArn()
                    .ifPresent(role -> Roles.mustAllow(role, STATES, action, arn.get(), machine.at(), stack, refusals));
        }
    }

    private static Optional<String> fixed(JsonNode parameters, String name) {
        return Optional.of(parameters.path(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.startsWith("{%"));
    }
}

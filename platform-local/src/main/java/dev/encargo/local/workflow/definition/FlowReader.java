package dev.encargo.local.workflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads `StartAt` and `States`, and checks that every state that is named exists and every state that exists is
/// reached.
final class FlowReader {
    private static final int LONGEST_NAME = 80;

    private final Document document;
    private final QueryLanguage machineLanguage;

    FlowReader(Document document, QueryLanguage machineLanguage) {
        this.document = document;
        this.machineLanguage = machineLanguage;
    }

    Flow read(Fields fields) {
        String startAt = fields.requiredText("StartAt");
        Map<String, State> states = new LinkedHashMap<>();
        Fields listed = fields.object("States");
        if (!fields.has("States")) {
            fields.problem("States", "The field 'States' is required");
        }
        if (listed != null) {
            readStates(listed, states);
            checkTransitions(fields, listed, startAt);
        }
        return new Flow(startAt, states);
    }

    private void readStates(Fields listed, Map<String, State> states) {
        if (listed.node().isEmpty()) {
            document.problems().add(listed.path(), "There must be at least one state");
        }
        Document inside = document.within(variables(listed));
        for (Map.Entry<String, JsonNode> entry : listed.node().properties()) {
            String name = entry.getKey();
            checkName(listed, name);
            if (entry.getValue() instanceof ObjectNode state) {
                new StateReader(inside, machineLanguage)
                        .read(name, state, listed.at(name))
                        .ifPresent(read -> states.put(name, read));
            } else {
                listed.problem(name, "A state is a JSON object");
            }
        }
    }

    private Set<String> variables(Fields listed) {
        Set<String> variables = new HashSet<>();
        for (Assignment assignment : Assignment.of(listed.node())) {
            variables.add(assignment.variable());
            if (document.variables().contains(assignment.variable())) {
                document.problems()
                        .add(
                                listed.path() + assignment.path(),
                                "The variable '" + assignment.variable() + "' belongs to a flow around this one");
            }
        }
        return variables;
    }

    private void checkName(Fields listed, String name) {
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            listed.problem(name, "The name of a state has 1 to " + LONGEST_NAME + " characters");
        }
        if (!document.names().add(name)) {
            listed.problem(name, "The name '" + name + "' is used by another state of this machine");
        }
    }

    private void checkTransitions(Fields fields, Fields listed, String startAt) {
        if (!startAt.isEmpty() && !listed.has(startAt)) {
            fields.problem("StartAt", "There is no state '" + startAt + "'");
            return;
        }
        Map<String, List<Target>> targets = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : listed.node().properties()) {
            targets.put(entry.getKey(), targets(entry.getValue()));
        }
        targets.forEach((name, list) -> {
            for (Target target : list) {
                if (!listed.has(target.state())) {
                    document.problems()
                            .add(listed.at(name) + target.field(), "There is no state '" + target.state() + "'");
                }
            }
        });
        if (goesOnForever(listed, targets)) {
            document.problems()
                    .add(
                            listed.path(),
                            "There is no terminal state: a Succeed state, a Fail state or one with 'End': true");
        }
        if (startAt.isEmpty()) {
            return;
        }
        Set<String> reached = reached(startAt, targets);
        for (String name : targets.keySet()) {
            if (!reached.contains(name)) {
                listed.problem(name, "The state '" + name + "' cannot be reached");
            }
        }
    }

    /// A transition that is missing or leads to no state is a problem of its own.
    private static boolean goesOnForever(Fields listed, Map<String, List<Target>> targets) {
        return !targets.isEmpty()
                && targets.entrySet().stream().noneMatch(entry -> {
                    JsonNode state = listed.node().path(entry.getKey());
                    return isTerminal(state)
                            || entry.getValue().isEmpty()
                            || entry.getValue().stream().anyMatch(target -> !listed.has(target.state()));
                });
    }

    private static boolean isTerminal(JsonNode state) {
        String kind = state.path("Type").asText();
        return kind.equals("Succeed")
                || kind.equals("Fail")
                || state.path("End").booleanValue();
    }

    private record Target(String field, String state) {}

    private static List<Target> targets(JsonNode state) {
        List<Target> targets = new ArrayList<>();
        add(targets, "/Next", state.get("Next"));
        add(targets, "/Default", state.get("Default"));
        for (String list : List.of("Choices", "Catch")) {
            JsonNode rules = state.path(list);
            for (int i = 0; rules.isArray() && i < rules.size(); i++) {
                add(targets, "/" + list + "/" + i + "/Next", rules.get(i).get("Next"));
            }
        }
        return targets;
    }

    private static void add(List<Target> targets, String field, @org.jspecify.annotations.Nullable JsonNode name) {
        if (name != null && name.isTextual()) {
            targets.add(new Target(field, name.textValue()));
        }
    }

    private static Set<String> reached(String startAt, Map<String, List<Target>> targets) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(startAt));
        while (!next.isEmpty()) {
            String name = next.removeFirst();
            if (reached.add(name)) {
                targets.getOrDefault(name, List.of()).forEach(target -> next.add(target.state()));
            }
        }
        return reached;
    }
}

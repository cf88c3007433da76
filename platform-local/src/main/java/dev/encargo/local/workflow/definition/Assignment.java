package dev.encargo.local.workflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A variable that a state of a flow sets, be it by itself, by a rule or by a catcher.
///
/// @param path where it is set, below the states of the flow
record Assignment(String path, String variable) {

    /// Those of one flow, without the flows inside its states.
    static List<Assignment> of(ObjectNode states) {
        List<Assignment> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> state : states.properties()) {
            String path = "/" + state.getKey();
            add(found, path, state.getValue());
            for (String list : List.of("Choices", "Catch")) {
                JsonNode rules = state.getValue().path(list);
                for (int i = 0; i < rules.size(); i++) {
                    add(found, path + "/" + list + "/" + i, rules.path(i));
                }
            }
        }
        return found;
    }

    private static void add(List<Assignment> found, String path, JsonNode assigning) {
        for (Map.Entry<String, JsonNode> entry : assigning.path("Assign").properties()) {
            String name = entry.getKey();
            String variable = name.endsWith(".$") ? name.substring(0, name.length() - 2) : name;
            found.add(new Assignment(path + "/Assign/" + name, variable));
        }
    }
}

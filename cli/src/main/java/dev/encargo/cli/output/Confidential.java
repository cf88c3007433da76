package dev.encargo.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.workflow.data.Json;
import java.util.Map;

/// Takes the customer's data out of what is shown: each member `private` becomes the number of its fields. Texts
/// that hold JSON are looked into.
public final class Confidential {
    private static final String MEMBER = "private";

    private Confidential() {}

    public static JsonNode hidden(JsonNode node) {
        if (node.isObject()) {
            ObjectNode shown = Json.object();
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                boolean hide =
                        member.getKey().equals(MEMBER) && member.getValue().isContainerNode();
                shown.set(
                        member.getKey(),
                        hide
                                ? Json.text("hidden (" + member.getValue().size() + " fields)")
                                : hidden(member.getValue()));
            }
            return shown;
        }
        if (node.isArray()) {
            ArrayNode shown = Json.array();
            node.forEach(element -> shown.add(hidden(element)));
            return shown;
        }
        return node.isTextual() && node.textValue().startsWith("{") ? Json.text(hidden(node.textValue())) : node;
    }

    /// The same of a text; one that is not JSON stays as it is.
    public static String hidden(String text) {
        try {
            JsonNode read = Json.parse(text);
            return read.isContainerNode() ? Json.write(hidden(read)) : text;
        } catch (JsonProcessingException notJson) {
            return text;
        }
    }
}

package dev.encargo.local.template.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.template.source.Node;
import dev.encargo.local.template.source.Position;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// A REST API: its stage, its OpenAPI document with all functions resolved, and what its methods bear.
public record ApiResource(
        String id,
        String name,
        String stage,
        JsonNode document,
        Node source,
        List<MethodSetting> methodSettings,
        Position at)
        implements Resource {

    public ApiResource {
        methodSettings = List.copyOf(methodSettings);
    }

    /// `path` is `/*` for all or as in the document; `method` is `*` or upper case. Rates are calls a second.
    public record MethodSetting(String path, String method, OptionalDouble rate, OptionalInt burst, Position at) {}

    /// Where the part of the document at these names and indexes is written; the deepest that exists.
    public Position positionOf(String... path) {
        Node here = source;
        Position at = source.at();
        for (String step : path) {
            if (here instanceof Node.Fields fields
                    && fields.fields().get(step) instanceof Node.Field(Node value, Position nameAt)) {
                here = value;
                at = nameAt;
            } else if (here instanceof Node.Items items
                    && step.matches("[0-9]{1,6}")
                    && Integer.parseInt(step) < items.items().size()) {
                here = items.items().get(Integer.parseInt(step));
                at = here.at();
            } else {
                return at;
            }
        }
        return at;
    }
}

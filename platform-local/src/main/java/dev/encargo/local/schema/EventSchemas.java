package dev.encargo.local.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All schemas of an application. Whoever publishes one of their events publishes no others.
public final class EventSchemas {
    /// Where they lie, beside the template.
    public static final String FOLDER = "event-schemas";

    private final Set<String> files;
    private final Map<String, EventSchema> byId;
    private final Set<String> sources;

    /// `byFile` has them by their path within [#FOLDER].
    public EventSchemas(Map<String, EventSchema> byFile) {
        this.files = Collections.unmodifiableSet(new LinkedHashSet<>(byFile.keySet()));
        this.byId =
                byFile.values().stream().collect(Collectors.toUnmodifiableMap(EventSchema::id, Function.identity()));
        this.sources = byFile.values().stream().map(EventSchema::source).collect(Collectors.toUnmodifiableSet());
    }

    public Set<String> files() {
        return files;
    }

    /// What does not fit of an event in EventBridge's envelope: its `detail` is held to the schema that `dataschema`
    /// and `detail-type` name. Of somebody else's event nothing is asked.
    public List<Misfit> misfits(JsonNode event) {
        JsonNode detail = event.path("detail");
        if (!sources.contains(event.path("source").asText())) {
            return List.of();
        }
        EventSchema schema = byId.get(detail.path("dataschema").asText());
        if (schema == null) {
            String keyword = detail.has("dataschema") ? "const" : Misfit.MISSING;
            return List.of(new Misfit("/dataschema", keyword));
        }
        if (!event.path("detail-type").equals(detail.path("type"))) {
            return List.of(new Misfit("/type", "const"));
        }
        return schema.misfits(detail.toString());
    }
}

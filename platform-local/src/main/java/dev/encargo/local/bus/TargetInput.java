package dev.encargo.local.bus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.template.model.TargetResource;
import java.util.Map;

/// What a target is given of an event: all of it, a constant, a part, or a template filled from it. Compiled once,
/// immutable.
public sealed interface TargetInput {

    /// Throws [InvalidEvent] when the event is not a JSON object and a part of it is asked for.
    String render(EventDocument event, RuleOrigin origin);

    /// Throws [InvalidTargetInput].
    static TargetInput of(TargetResource target) {
        if (target.transformer().isPresent()) {
            TargetResource.InputTransformer transformer = target.transformer().get();
            return new Transformed(InputTemplate.of(transformer.paths(), transformer.template()));
        }
        if (target.inputPath().isPresent()) {
            return new Part(EventPath.of(target.inputPath().get()));
        }
        return target.input().<TargetInput>map(Constant::new).orElseGet(Whole::new);
    }

    static TargetInput whole() {
        return new Whole();
    }

    static TargetInput constant(String json) {
        return new Constant(json);
    }

    static TargetInput part(String path) {
        return new Part(EventPath.of(path));
    }

    static TargetInput transformed(Map<String, String> paths, String template) {
        return new Transformed(InputTemplate.of(paths, template));
    }

    record Whole() implements TargetInput {
        @Override
        public String render(EventDocument event, RuleOrigin origin) {
            return event.text();
        }
    }

    record Constant(String json) implements TargetInput {
        @Override
        public String render(EventDocument event, RuleOrigin origin) {
            return json;
        }
    }

    /// A path that finds nothing gives `null`.
    record Part(EventPath path) implements TargetInput {
        @Override
        public String render(EventDocument event, RuleOrigin origin) {
            JsonNode found = path.in(event.tree());
            return found == null ? "null" : Jackson.write(found);
        }
    }

    record Transformed(InputTemplate template) implements TargetInput {
        @Override
        public String render(EventDocument event, RuleOrigin origin) {
            return template.render(event, origin);
        }
    }
}

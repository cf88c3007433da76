package dev.encargo.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.encargo.local.template.model.RuleResource;
import dev.encargo.local.template.model.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The rules whose pattern an event of a type may match.
final class Consumers {

    private Consumers() {}

    static List<String> of(Class<?> event, Stack stack) {
        JsonNode schema = Schemas.schema(event);
        String source = schema.at("/properties/source/const").asText();
        return stack.rulesOn("encargo").stream()
                .filter(rule -> alternatives(rule)
                        .anyMatch(pattern -> hears(pattern, "source", source)
                                && hears(pattern, "detail-type", event.getSimpleName())))
                .map(RuleResource::id)
                .toList();
    }

    /// The pattern with each part of its `$or` written out.
    static Stream<JsonNode> alternatives(RuleResource rule) {
        JsonNode pattern = read(rule);
        JsonNode or = pattern.path("$or");
        if (!or.isArray()) {
            return Stream.of(pattern);
        }
        return StreamSupport.stream(or.spliterator(), false).map(part -> {
            var whole = Schemas.JSON.createObjectNode();
            pattern.properties().stream()
                    .filter(field -> !field.getKey().equals("$or"))
                    .forEach(field -> whole.set(field.getKey(), field.getValue()));
            part.properties().forEach(field -> whole.set(field.getKey(), field.getValue()));
            return whole;
        });
    }

    static JsonNode read(RuleResource rule) {
        try {
            return Schemas.JSON.readTree(rule.patternJson().orElse("{}"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean hears(JsonNode pattern, String field, String value) {
        JsonNode wanted = pattern.path(field);
        return !(wanted instanceof ArrayNode)
                || StreamSupport.stream(wanted.spliterator(), false)
                        .anyMatch(one -> one.isTextual() ? one.asText().equals(value) : mayMatch(one, value));
    }

    private static boolean mayMatch(JsonNode operator, String value) {
        JsonNode prefix = operator.path("prefix");
        return !prefix.isTextual() || value.startsWith(prefix.asText());
    }
}

package dev.encargo.local.http.validation;

import static dev.encargo.local.template.source.Phrase.english;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.template.model.ApiResource;
import dev.encargo.local.template.source.Refusals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds words in schemas that nobody would heed: a misspelt `maxLenght` must not mean "no limit".
final class SchemaKeywords {

    private static final Set<String> HEEDED = Set.of(
            "type",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minLength",
            "maxLength",
            "pattern",
            "format",
            "enum",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minProperties",
            "maxProperties",
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "nullable",
            "$ref",
            "title",
            "description",
            "default",
            "example",
            "deprecated",
            "readOnly",
            "writeOnly",
            "externalDocs");
    private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf");
    private static final Set<String> NESTED = Set.of("items", "not", "additionalProperties");

    private final ApiResource api;
    private final Refusals refusals;
    private final Set<String> seen = new HashSet<>();

    SchemaKeywords(ApiResource api, Refusals refusals) {
        this.api = api;
        this.refusals = refusals;
    }

    void check(JsonNode schema, List<String> at) {
        schema.properties().forEach(keyword -> check(keyword.getKey(), keyword.getValue(), with(at, keyword.getKey())));
    }

    private void check(String keyword, JsonNode value, List<String> at) {
        if (keyword.equals("$ref")) {
            follow(value.asText(), at);
        } else if (keyword.equals("properties")) {
            value.properties().forEach(property -> check(property.getValue(), with(at, property.getKey())));
        } else if (LISTS.contains(keyword)) {
            for (int i = 0; i < value.size(); i++) {
                check(value.get(i), with(at, Integer.toString(i)));
            }
        } else if (NESTED.contains(keyword)) {
            check(value, at);
        } else if (!HEEDED.contains(keyword) && !keyword.startsWith("x-")) {
            refusals.add(
                    api.positionOf(at.toArray(String[]::new)),
                    english("`%s` in a schema", keyword),
                    english("OpenAPI 3.0 knows no such keyword, so no request would be held to it"),
                    english("Correct or remove it"));
        }
    }

    private void follow(String reference, List<String> at) {
        if (!seen.add(reference)) {
            return;
        }
        JsonNode target = reference.startsWith("#/")
                ? api.document().at(reference.substring(1))
                : api.document().at("/ ");
        if (target.isMissingNode()) {
            refusals.add(
                    api.positionOf(at.toArray(String[]::new)),
                    english("`%s` names nothing", reference),
                    english("Requests are checked by what it should name"),
                    english("Declare it under `components`"));
        } else {
            check(target, List.of(reference.substring(2).split("/")));
        }
    }

    private static List<String> with(List<String> at, String step) {
        List<String> more = new ArrayList<>(at);
        more.add(step);
        return more;
    }
}

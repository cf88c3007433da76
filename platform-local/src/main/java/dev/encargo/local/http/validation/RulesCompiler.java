package dev.encargo.local.http.validation;

import static dev.encargo.local.template.source.Phrase.english;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import dev.encargo.local.template.model.ApiResource;
import dev.encargo.local.template.source.Refusals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compiles what the OpenAPI document says of requests. What it could not hold clients to is refused, not passed
/// over.
public final class RulesCompiler {

    private static final Set<String> NOT_OURS = Set.of("accept", "content-type", "authorization");

    private final ApiResource api;
    private final Refusals refusals;
    private final SchemaKeywords keywords;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi30(),
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    public RulesCompiler(ApiResource api, Refusals refusals) {
        this.api = api;
        this.refusals = refusals;
        this.keywords = new SchemaKeywords(api, refusals);
    }

    /// The rules of one operation. `method` is as the document writes it.
    public RequestRules compile(String path, String method) {
        JsonNode item = api.document().path("paths").path(path);
        JsonNode operation = item.path(method);
        Map<String, ParameterRule> parameters = new LinkedHashMap<>();
        add(parameters, item.path("parameters"), "paths", path, "parameters");
        add(parameters, operation.path("parameters"), "paths", path, method, "parameters");
        return new RequestRules(List.copyOf(parameters.values()), body(operation, path, method));
    }

    private void add(Map<String, ParameterRule> rules, JsonNode parameters, String... at) {
        for (int i = 0; i < parameters.size(); i++) {
            JsonNode parameter = resolved(parameters.get(i));
            String in = parameter.path("in").asText();
            String name = parameter.path("name").asText();
            List<String> place = new ArrayList<>(List.of(at));
            place.add(Integer.toString(i));
            if (!Set.of("path", "query", "header").contains(in)) {
                refusals.add(
                        api.positionOf(place.toArray(String[]::new)),
                        english("A parameter in `%s`", in),
                        english("Only path, query and header parameters are checked here"),
                        english("Declare it in one of these"));
            } else if (!in.equals("header") || !NOT_OURS.contains(name.toLowerCase(Locale.ROOT))) {
                rules.put(in + ":" + name, rule(parameter, in, name, place));
            }
        }
    }

    private ParameterRule rule(JsonNode parameter, String in, String name, List<String> at) {
        JsonNode schema = parameter.path("schema");
        JsonNode meant = resolved(schema);
        boolean many = meant.path("type").asText().equals("array");
        String type =
                (many ? resolved(meant.path("items")) : meant).path("type").asText("string");
        boolean required = in.equals("path") || parameter.path("required").asBoolean();
        return new ParameterRule(name, in, required, type, many, check(schema, at));
    }

    private @Nullable BodyRule body(JsonNode operation, String path, String method) {
        JsonNode body = resolved(operation.path("requestBody"));
        if (body.isMissingNode()) {
            return null;
        }
        Map<String, Check> types = new LinkedHashMap<>();
        body.path("content")
                .properties()
                .forEach(content -> types.put(
                        content.getKey().toLowerCase(Locale.ROOT),
                        check(
                                content.getValue().path("schema"),
                                List.of("paths", path, method, "requestBody", "content", content.getKey(), "schema"))));
        return new BodyRule(body.path("required").asBoolean(), Map.copyOf(types));
    }

    private Check check(JsonNode schema, List<String> at) {
        keywords.check(schema, at);
        ObjectNode whole = schema.isObject()
                ? ((ObjectNode) schema).deepCopy()
                : com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        whole.set("components", api.document().path("components").deepCopy());
        return new Check(registry.getSchema(whole.toString()));
    }

    /// What a `$ref` within the document names.
    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.startsWith("#/") ? api.document().at(reference.substring(1)) : node;
    }
}

package dev.encargo.orders.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.Yaml;

/// `infrastructure/openapi.yaml`, to hold answers and requests against.
final class Specification {
    static final Specification API = new Specification();

    record Operation(String method, String path, String id, String function, JsonNode declared) {}

    private final JsonNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(Dialects.getOpenApi30());
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private Specification() {
        String root = System.getProperty("encargo.root", "..");
        try {
            document = Calls.JSON.valueToTree(
                    new Yaml().<Object>load(Files.readString(Path.of(root, "infrastructure", "openapi.yaml"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (List.of("get", "post", "patch", "put", "delete").contains(method.getKey())) {
                        String uri = method.getValue()
                                .at("/x-amazon-apigateway-integration/uri/Fn::Sub")
                                .asText();
                        String function = uri.replaceAll(".*\\$\\{(\\w+)\\.Alias}.*", "$1");
                        all.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                method.getValue().path("operationId").asText(),
                                function,
                                method.getValue()));
                    }
                }));
        return all;
    }

    /// What is wrong with this answer, by the specification; empty when nothing is.
    List<String> wrong(String method, String path, Calls.Answer answer) {
        JsonNode response = resolved(document.path("paths")
                .path(path)
                .path(method.toLowerCase(Locale.ROOT))
                .path("responses")
                .path(Integer.toString(answer.status())));
        if (response.isMissingNode()) {
            return List.of(method + " " + path + " does not declare " + answer.status());
        }
        List<String> wrong = new ArrayList<>();
        for (String header : answer.headers().keySet()) {
            if (!header.equals("Content-Type") && !response.path("headers").has(header)) {
                wrong.add(method + " " + path + " " + answer.status() + " does not declare the header " + header);
            }
        }
        JsonNode content = response.path("content");
        if (content.isMissingNode()) {
            return answer.body().isEmpty() ? wrong : List.of("there should be no body");
        }
        JsonNode media = content.path(answer.headers().getOrDefault("Content-Type", ""));
        if (media.isMissingNode()) {
            wrong.add("the media type " + answer.headers().get("Content-Type") + " is not declared");
        } else {
            wrong.addAll(violations(media.path("schema"), answer.body()));
        }
        return wrong;
    }

    /// What is wrong with this request body.
    List<String> wrongRequest(String method, String path, String body) {
        return violations(
                document.path("paths")
                        .path(path)
                        .path(method.toLowerCase(Locale.ROOT))
                        .at("/requestBody/content/application~1json/schema"),
                body);
    }

    JsonNode schema(String name) {
        return document.at("/components/schemas/" + name);
    }

    private List<String> violations(JsonNode schema, String body) {
        return schemas
                .computeIfAbsent(schema.toString(), _ -> compiled(schema))
                .validate(body, InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }

    private Schema compiled(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        return registry.getSchema(whole.toString());
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.startsWith("#/") ? document.at(reference.substring(1)) : node;
    }
}

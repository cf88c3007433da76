package dev.encargo.local.http.api;

import static dev.encargo.local.template.source.Phrase.english;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.http.validation.RulesCompiler;
import dev.encargo.local.http.wire.Response;
import dev.encargo.local.template.model.ApiResource;
import dev.encargo.local.template.model.FunctionResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.source.Phrase;
import dev.encargo.local.template.source.Position;
import dev.encargo.local.template.source.Refusals;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the operations of an API's document, each with who answers it and what it asks of requests.
final class OpenApiReader {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "head", "options");
    private static final String INTEGRATION = "x-amazon-apigateway-integration";
    private static final String BODY_LIMIT = "x-encargo-body-limit";
    private static final int LARGEST_BODY = 10 * 1024 * 1024;

    private final Stack stack;
    private final ApiResource api;
    private final Refusals refusals;
    private final RulesCompiler rules;

    /// What the document says and would not be done goes to `refusals`.
    OpenApiReader(Stack stack, ApiResource api, Refusals refusals) {
        this.refusals = refusals;
        this.stack = stack;
        this.api = api;
        this.rules = new RulesCompiler(api, refusals);
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : api.document().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    integration(path.getKey(), method.getKey(), method.getValue())
                            .map(answers -> operation(path.getKey(), method.getKey(), method.getValue(), answers))
                            .ifPresent(operations::add);
                }
            }
        }
        return operations;
    }

    private Operation operation(String path, String method, JsonNode declared, Operation.Integration answers) {
        String upper = method.toUpperCase(Locale.ROOT);
        return new Operation(
                upper,
                path,
                answers,
                rules.compile(path, method),
                Throttle.of(api, upper, path, System::nanoTime),
                declared.path("security").isArray() && declared.path("security").isEmpty(),
                Math.clamp(declared.path(BODY_LIMIT).asInt(RestApi.BODY_LIMIT), 0, LARGEST_BODY));
    }

    private Optional<Operation.Integration> integration(String path, String method, JsonNode declared) {
        JsonNode integration = declared.path(INTEGRATION);
        Position at = api.positionOf("paths", path, method, INTEGRATION);
        return switch (integration.path("type").asText().toLowerCase(Locale.ROOT)) {
            case "aws_proxy" -> function(integration, at);
            case "mock" -> mock(integration, at);
            default -> refuse(at, english("An operation without an integration of type aws_proxy or mock"));
        };
    }

    private Optional<Operation.Integration> function(JsonNode integration, Position at) {
        String uri = integration.path("uri").asText();
        int from = uri.indexOf("/functions/");
        int to = uri.lastIndexOf("/invocations");
        Optional<FunctionResource> function =
                from < 0 || to < from ? Optional.empty() : stack.functionByArn(uri.substring(from + 11, to));
        return function.isEmpty()
                ? refuse(at, english("An integration whose uri `%s` names no function of the template", uri))
                : function.map(found -> new Operation.Function(found.id()));
    }

    private Optional<Operation.Integration> mock(JsonNode integration, Position at) {
        JsonNode answer = integration.path("responses").path("default");
        int status = answer.path("statusCode").asInt(0);
        Map.Entry<String, JsonNode> template = answer.path("responseTemplates").properties().stream()
                .findFirst()
                .orElse(Map.entry("application/json", api.document().path("no such field")));
        String body = template.getValue().asText();
        if (status < 200 || status > 599 || body.indexOf('$') >= 0 || body.contains("#set") || body.contains("#if")) {
            return refuse(at, english("A mock integration without a default answer that needs no template language"));
        }
        return Optional.of(
                new Operation.Mock(Response.bytes(status, template.getKey(), body.getBytes(StandardCharsets.UTF_8))));
    }

    private <T> Optional<T> refuse(Position at, Phrase what) {
        refusals.add(
                at,
                what,
                english("Its calls would be answered by nobody"),
                english("Name a function of the template or a fixed answer"));
        return Optional.empty();
    }
}

package dev.encargo.local.template.check;

import static dev.encargo.local.template.source.Phrase.english;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.template.model.ApiResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.source.Position;
import dev.encargo.local.template.source.Refusals;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Every operation of an OpenAPI document has an integration that API Gateway can import and may call.
final class ApiChecks {

    private static final String INTEGRATION = "x-amazon-apigateway-integration";
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "x-amazon-apigateway-any-method");
    private static final Pattern FUNCTION = Pattern.compile("/functions/(.+)/invocations$");

    private ApiChecks() {}

    static void check(Stack stack, Refusals refusals) {
        stack.apis().values().forEach(api -> check(api, stack, refusals));
    }

    private static void check(ApiResource api, Stack stack, Refusals refusals) {
        String version = api.document()
                .path("openapi")
                .asText(api.document().path("swagger").asText());
        if (!version.startsWith("3.0") && !version.startsWith("2.")) {
            refusals.add(
                    api.positionOf("openapi"),
                    english("API Gateway imports no OpenAPI %s", version),
                    english("It imports 2.0 and 3.0"),
                    english("Write openapi: 3.0.3"));
        }
        for (Map.Entry<String, JsonNode> path : api.document().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operation(api, path.getKey(), method.getKey(), method.getValue(), stack, refusals);
                }
            }
        }
    }

    private static void operation(
            ApiResource api, String path, String method, JsonNode operation, Stack stack, Refusals refusals) {
        Position at = api.positionOf("paths", path, method, INTEGRATION);
        JsonNode integration = operation.path(INTEGRATION);
        if (integration.isMissingNode()) {
            refusals.add(
                    at,
                    english("%s %s has no %s", method, path, INTEGRATION),
                    english("API Gateway would not import it"),
                    english("Say what answers it"));
            return;
        }
        if (!integration.path("type").asText().equals("aws_proxy")) {
            return;
        }
        Matcher uri = FUNCTION.matcher(integration.path("uri").asText());
        if (!uri.find() || stack.functionByArn(uri.group(1)).isEmpty()) {
            refusals.add(
                    api.positionOf("paths", path, method, INTEGRATION, "uri"),
                    english("%s %s calls no function of this template", method, path),
                    english("Its uri is %s", integration.path("uri").asText()),
                    english("End it with /functions/${Function.Alias}/invocations"));
        } else if (integration.path("credentials").isTextual()) {
            Roles.mustAllow(
                    integration.path("credentials").asText(),
                    "apigateway.amazonaws.com",
                    "lambda:InvokeFunction",
                    uri.group(1),
                    api.positionOf("paths", path, method, INTEGRATION, "credentials"),
                    stack,
                    refusals);
        }
    }
}

package dev.encargo.local.http.validation;

import dev.encargo.local.http.wire.Problem;
import dev.encargo.local.http.wire.Problem.FieldError;
import dev.encargo.local.http.wire.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one operation's requests must be.
public final class RequestRules {

    private final List<ParameterRule> parameters;
    private final @Nullable BodyRule body;

    RequestRules(List<ParameterRule> parameters, @Nullable BodyRule body) {
        this.parameters = List.copyOf(parameters);
        this.body = body;
    }

    /// Anything goes.
    public static RequestRules none() {
        return new RequestRules(List.of(), null);
    }

    /// @throws Problem 400 naming each bad field, 415
    public void check(Request request, Map<String, String> path, Map<String, List<String>> query, byte[] bytes) {
        checkParameters(request, path, query);
        if (!Utf8.isValid(bytes)) {
            throw Problem.of(400, "invalid-utf-8", "The body is not UTF-8");
        }
        if (body != null) {
            body.check(bytes, request.header("Content-Type"));
        }
    }

    private void checkParameters(Request request, Map<String, String> path, Map<String, List<String>> query) {
        List<FieldError> errors = List.of();
        for (ParameterRule rule : parameters) {
            List<FieldError> found = rule.errors(values(rule, request, path, query));
            if (!found.isEmpty()) {
                errors = new ArrayList<>(errors);
                errors.addAll(found);
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.of(400, "invalid-request", "The request is not valid")
                    .detail("Parameters or headers are not as the API describes them.")
                    .errors(errors);
        }
    }

    private static List<String> values(
            ParameterRule rule, Request request, Map<String, String> path, Map<String, List<String>> query) {
        return switch (rule.in()) {
            case "path" -> List.of(path.getOrDefault(rule.name(), ""));
            case "query" -> query.getOrDefault(rule.name(), List.of());
            default -> request.headers().all(rule.name());
        };
    }
}

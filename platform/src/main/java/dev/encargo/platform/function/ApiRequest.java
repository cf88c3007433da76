package dev.encargo.platform.function;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A call of the REST API. Header names are looked up without regard to case. `body` is the raw text, empty when
/// there is none.
public record ApiRequest(
        String method,
        String path,
        Map<String, String> pathParameters,
        Map<String, String> query,
        Map<String, String> headers,
        String body,
        Optional<Principal> caller) {

    static ApiRequest of(ApiEvent event) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(Objects.requireNonNullElse(event.headers(), Map.of()));
        return new ApiRequest(
                event.httpMethod().toUpperCase(Locale.ROOT),
                event.path(),
                Objects.requireNonNullElse(event.pathParameters(), Map.of()),
                Objects.requireNonNullElse(event.queryStringParameters(), Map.of()),
                headers,
                body(event),
                claims(event).flatMap(Principal::of));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public Optional<String> queryValue(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /// The path parameter of that name; the API's definition guarantees it.
    public String pathValue(String name) {
        return Objects.requireNonNull(pathParameters.get(name), name);
    }

    /// The caller; the authorizer guarantees one on every call but health and webhooks.
    ///
    /// @throws Problem 401 when there is none
    public Principal principal() {
        return caller.orElseThrow(() -> Problem.of(401, "unauthenticated", "Sign in first"));
    }

    private static String body(ApiEvent event) {
        @Nullable String body = event.body();
        if (body == null) {
            return "";
        }
        return event.isBase64Encoded() ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8) : body;
    }

    private static Optional<Map<String, String>> claims(ApiEvent event) {
        return Optional.ofNullable(event.requestContext())
                .map(ApiEvent.RequestContext::authorizer)
                .map(ApiEvent.Authorizer::claims);
    }
}

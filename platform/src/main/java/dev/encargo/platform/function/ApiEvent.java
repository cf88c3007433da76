package dev.encargo.platform.function;

import io.avaje.jsonb.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// API Gateway's proxy event (payload format 1.0), as far as functions use it.
@Json
record ApiEvent(
        String resource,
        String path,
        String httpMethod,
        @Nullable Map<String, String> headers,
        @Nullable Map<String, String> queryStringParameters,
        @Nullable Map<String, String> pathParameters,
        @Nullable RequestContext requestContext,
        @Nullable String body,
        boolean isBase64Encoded) {

    @Json
    record RequestContext(
            @Nullable String requestId, @Nullable Authorizer authorizer) {}

    @Json
    record Authorizer(@Nullable Map<String, String> claims) {}
}

package dev.encargo.platform.function;

import io.avaje.jsonb.Json;
import java.util.Map;

/// API Gateway's proxy response.
@Json
record ApiAnswer(int statusCode, Map<String, String> headers, String body, boolean isBase64Encoded) {}

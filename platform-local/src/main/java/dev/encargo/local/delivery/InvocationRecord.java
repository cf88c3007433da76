package dev.encargo.local.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.function.CallFailed;
import dev.encargo.local.workflow.data.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What Lambda sends to the failure destination of a call that nobody waited for: the call, why it was given up,
/// and the last error.
///
/// Source: AWS Lambda Developer Guide, "Capturing records of Lambda asynchronous invocations".
final class InvocationRecord {

    private InvocationRecord() {}

    /// A function and the event that it was called with.
    record Called(String functionArn, String payload) {}

    static String of(Called called, String condition, int attempts, CallFailed last, Instant now) {
        ObjectNode record = Json.object();
        record.put("version", "1.0").put("timestamp", now.toString());
        record.putObject("requestContext")
                .put("requestId", UUID.randomUUID().toString())
                .put("functionArn", called.functionArn + ":$LATEST")
                .put("condition", condition)
                .put("approximateInvokeCount", attempts);
        record.set("requestPayload", tree(called.payload));
        record.putObject("responseContext")
                .put("statusCode", 200)
                .put("executedVersion", "$LATEST")
                .put("functionError", "Unhandled");
        record.putObject("responsePayload")
                .put("errorMessage", String.valueOf(last.getMessage()))
                .put("errorType", last.errorType());
        return Json.write(record);
    }

    /// The call of a record; empty where the text is none.
    static Optional<Called> read(String text) {
        JsonNode record = tree(text);
        JsonNode arn = record.path("requestContext").path("functionArn");
        return arn.isTextual() && record.has("requestPayload")
                ? Optional.of(new Called(arn.textValue(), Json.write(record.path("requestPayload"))))
                : Optional.empty();
    }

    private static JsonNode tree(String text) {
        try {
            return Json.parse(text);
        } catch (JsonProcessingException noJson) {
            return Json.object().textNode(text);
        }
    }
}

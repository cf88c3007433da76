package dev.encargo.platform.function;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A refused call, answered as RFC 9457 `application/problem+json`. `type` is `urn:encargo:problem:<kind>`;
/// `errors` name each bad field.
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Details details;
    private final transient Map<String, String> headers;

    private Problem(int status, Details details, Map<String, String> headers) {
        super(details.title(), null, false, false);
        this.status = status;
        this.details = details;
        this.headers = headers;
    }

    public static Problem of(int status, String kind, String title) {
        return new Problem(
                status, new Details("urn:encargo:problem:" + kind, title, status, null, null, null), Map.of());
    }

    public Problem detail(String detail) {
        return new Problem(
                status,
                new Details(details.type, details.title, status, detail, details.errors, details.allowed),
                headers);
    }

    public Problem errors(List<FieldError> errors) {
        return new Problem(
                status,
                new Details(details.type, details.title, status, details.detail, List.copyOf(errors), details.allowed),
                headers);
    }

    /// Names the values that would have been accepted, such as the states an order may move to.
    public Problem allowed(List<String> allowed) {
        return new Problem(
                status,
                new Details(details.type, details.title, status, details.detail, details.errors, List.copyOf(allowed)),
                headers);
    }

    public Problem header(String name, String value) {
        ApiResponse carrier = new ApiResponse(status, headers, "").with(name, value);
        return new Problem(status, details, carrier.headers());
    }

    public int status() {
        return status;
    }

    public ApiResponse response() {
        ApiResponse response = ApiResponse.json(status, details).with("Content-Type", "application/problem+json");
        for (Map.Entry<String, String> header : headers.entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        return response;
    }

    /// One bad field: `field` is a JSON pointer into the body, or a header's or parameter's name.
    @Json
    public record FieldError(String field, String message) {}

    @Json
    record Details(
            String type,
            String title,
            int status,
            @Nullable String detail,
            @Nullable List<FieldError> errors,
            @Nullable List<String> allowed) {}
}

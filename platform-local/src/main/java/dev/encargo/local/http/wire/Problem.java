package dev.encargo.local.http.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A refusal as RFC 9457 `application/problem+json`, thrown or returned. `type` is `urn:encargo:problem:<kind>`.
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String kind;
    private final String title;
    private final @Nullable String detail;
    private final transient List<FieldError> errors;
    private final transient Headers headers;

    /// One bad field: a JSON pointer into the body, or a parameter's or header's name, and what is wrong with it.
    public record FieldError(String field, String message) {}

    private Problem(
            int status, String kind, String title, @Nullable String detail, List<FieldError> errors, Headers headers) {
        super(title, null, false, false);
        this.status = status;
        this.kind = kind;
        this.title = title;
        this.detail = detail;
        this.errors = errors;
        this.headers = headers;
    }

    public static Problem of(int status, String kind, String title) {
        return new Problem(status, kind, title, null, List.of(), Headers.none());
    }

    public Problem detail(String text) {
        return new Problem(status, kind, title, text, errors, headers);
    }

    public Problem errors(List<FieldError> fields) {
        return new Problem(status, kind, title, detail, List.copyOf(fields), headers);
    }

    public Problem header(String name, String value) {
        return new Problem(status, kind, title, detail, errors, headers.with(name, value));
    }

    public int status() {
        return status;
    }

    public String kind() {
        return kind;
    }

    public Response response() {
        JsonBytes json = new JsonBytes(256);
        json.raw("{\"type\":").text("urn:encargo:problem:" + kind);
        json.raw(",\"title\":").text(title).raw(",\"status\":").number(status);
        if (detail != null) {
            json.raw(",\"detail\":").text(detail);
        }
        if (!errors.isEmpty()) {
            writeErrors(json);
        }
        byte[] body = json.raw("}").toBytes();
        return Response.bytes(status, headers.with("Content-Type", "application/problem+json"), body);
    }

    private void writeErrors(JsonBytes json) {
        String before = ",\"errors\":[";
        for (FieldError error : errors) {
            json.raw(before).raw("{\"field\":").text(error.field());
            json.raw(",\"message\":").text(error.message()).raw("}");
            before = ",";
        }
        json.raw("]");
    }
}

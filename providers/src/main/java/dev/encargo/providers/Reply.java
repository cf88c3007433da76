package dev.encargo.providers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.OutputStream;

/// What a call is answered with.
sealed interface Reply {
    record Body(int status, ObjectNode json) implements Reply {}

    record Streamed(Writing writing) implements Reply {}

    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws java.io.IOException;
    }

    static Reply ok(ObjectNode json) {
        return new Body(200, json);
    }

    static Reply accepted(ObjectNode json) {
        return new Body(202, json);
    }

    /// An RFC 9457 problem with a `code` that programs can tell apart.
    static Reply problem(int status, String code, String detail) {
        ObjectNode json = Json.object();
        json.put("type", "about:blank").put("status", status).put("code", code).put("detail", detail);
        return new Body(status, json);
    }
}

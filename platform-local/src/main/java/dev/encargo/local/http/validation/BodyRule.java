package dev.encargo.local.http.validation;

import dev.encargo.local.http.wire.Problem;
import dev.encargo.local.http.wire.Problem.FieldError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a body must be: its media types, in lower case, each with its schema.
record BodyRule(boolean required, Map<String, Check> types) {

    /// @throws Problem 400 or 415
    void check(byte[] body, @Nullable String contentType) {
        if (body.length == 0) {
            if (required) {
                throw Problem.of(400, "body-missing", "The request needs a body");
            }
            return;
        }
        Check check = check(contentType == null ? "application/json" : contentType.toLowerCase(Locale.ROOT));
        List<FieldError> errors = check.body(JsonText.parse(body));
        if (!errors.isEmpty()) {
            throw Problem.of(400, "invalid-request", "The request is not valid")
                    .detail("Fields of the body are not as the API describes them.")
                    .errors(errors);
        }
    }

    private Check check(String contentType) {
        int semicolon = contentType.indexOf(';');
        String type = (semicolon < 0 ? contentType : contentType.substring(0, semicolon)).strip();
        @Nullable Check check = types.get(type);
        int charset = contentType.indexOf("charset=");
        boolean otherCharset = charset >= 0 && !contentType.substring(charset).matches("charset=\"?utf-8\"?( *;.*)?");
        if (check == null || otherCharset) {
            throw Problem.of(415, "unsupported-media-type", "The body's media type is not accepted")
                    .detail("Send " + String.join(" or ", types.keySet()) + " in UTF-8.");
        }
        return check;
    }
}

package dev.encargo.orders.function;

import dev.encargo.platform.function.Problem;

/// Request bodies: JSON of at most 64 KB.
final class Bodies {
    private static final int LIMIT = 64 * 1024;

    private Bodies() {}

    /// @throws Problem 413 when it is too long, 400 when it is no JSON
    static Object json(String body) {
        if (utf8Length(body) > LIMIT) {
            throw Problem.of(413, "too-large", "The body is too large").detail("At most 64 KB are accepted.");
        }
        if (body.indexOf('\ufffd') >= 0) {
            throw Problem.of(400, "invalid-utf-8", "The body is not UTF-8");
        }
        try {
            return StrictJson.read(body);
        } catch (MalformedJson malformed) {
            throw Problem.of(400, "malformed-json", "The body is not valid JSON")
                    .detail(String.valueOf(malformed.getMessage()));
        }
    }

    private static int utf8Length(String text) {
        int length = text.length();
        if (length > LIMIT) {
            return length;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                length += c >= 0x800 && !Character.isSurrogate(c) ? 2 : 1;
            }
        }
        return length;
    }
}

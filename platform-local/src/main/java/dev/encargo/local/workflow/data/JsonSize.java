package dev.encargo.local.workflow.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// Counts the bytes of a value's compact UTF-8 text without writing it.
public final class JsonSize {
    private JsonSize() {}

    public static boolean exceedsLimit(JsonNode value) {
        return count(value, Json.DATA_LIMIT) > Json.DATA_LIMIT;
    }

    public static long of(JsonNode value) {
        return count(value, Long.MAX_VALUE);
    }

    private static long count(JsonNode value, long enough) {
        if (value.isTextual()) {
            return text(value.textValue());
        }
        if (value.isObject()) {
            long bytes = 2L + Math.max(0, value.size() - 1);
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                bytes += text(member.getKey()) + 1 + count(member.getValue(), enough);
                if (bytes > enough) {
                    return bytes;
                }
            }
            return bytes;
        }
        if (value.isArray()) {
            long bytes = 2L + Math.max(0, value.size() - 1);
            for (JsonNode item : value) {
                bytes += count(item, enough);
                if (bytes > enough) {
                    return bytes;
                }
            }
            return bytes;
        }
        return value.asText().length();
    }

    private static long text(String value) {
        long bytes = 2;
        for (int i = 0; i < value.length(); i++) {
            bytes += character(value.charAt(i));
        }
        return bytes;
    }

    private static int character(char c) {
        if (c == '"' || c == '\\' || c == '\b' || c == '\f' || c == '\n' || c == '\r' || c == '\t') {
            return 2;
        }
        if (c < 0x20) {
            return 6;
        }
        if (c < 0x80) {
            return 1;
        }
        // A surrogate pair is four bytes: two for each half.
        return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
}

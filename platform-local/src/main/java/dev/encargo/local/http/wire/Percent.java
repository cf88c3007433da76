package dev.encargo.local.http.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Percent-encoding of paths and queries (RFC 3986 §2.1).
public final class Percent {

    private Percent() {}

    /// One segment of a path. Whatever it decodes to, slashes and dots included, stays inside this one text.
    ///
    /// @throws Problem 400 where it decodes to no UTF-8 text or to control characters
    public static String decodeSegment(String raw) {
        return raw.indexOf('%') < 0 ? raw : decode(raw, false);
    }

    /// A name or value of a query, where `+` is a space.
    ///
    /// @throws Problem 400 as above
    public static String decodeQuery(String raw) {
        return raw.indexOf('%') < 0 && raw.indexOf('+') < 0 ? raw : decode(raw, true);
    }

    private static String decode(String raw, boolean plusIsSpace) {
        byte[] bytes = new byte[raw.length()];
        int length = 0;
        for (int at = 0; at < raw.length(); at++) {
            char c = raw.charAt(at);
            if (c == '%') {
                bytes[length++] = encoded(raw, at + 1);
                at += 2;
            } else {
                bytes[length++] = plusIsSpace && c == '+' ? (byte) ' ' : (byte) c;
            }
        }
        return text(bytes, length);
    }

    private static byte encoded(String raw, int at) {
        int value = at + 1 < raw.length() ? 16 * hex(raw.charAt(at)) + hex(raw.charAt(at + 1)) : -1;
        if (value < 0x20 || value == 0x7f) {
            throw bad();
        }
        return (byte) value;
    }

    /// Less than any sum can mend where it is no digit.
    private static int hex(char digit) {
        int value = Character.digit(digit, 16);
        return value < 0 || digit > 'f' ? -1_000 : value;
    }

    private static String text(byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException unreadable) {
            throw bad();
        }
    }

    private static Problem bad() {
        return Problem.of(400, "bad-encoding", "The request's target is badly encoded")
                .detail(
                        "A percent sign starts two hexadecimal digits; together they are UTF-8 text without control characters.");
    }
}

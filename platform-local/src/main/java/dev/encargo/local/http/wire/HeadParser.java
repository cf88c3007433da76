package dev.encargo.local.http.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Understands a request's head to the letter (RFC 9112): where two readers could see two requests, it is refused.
final class HeadParser {

    private final byte[] bytes;
    private final int end;
    private int at;

    private HeadParser(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /// @throws Problem 400, 431, 501 or 505
    static Head parse(byte[] bytes, int from, int end, int mostHeaders) {
        HeadParser parser = new HeadParser(bytes, from, end);
        String method = parser.word(Grammar::isTokenCharacter);
        String target = parser.word(Grammar::isTargetCharacter);
        String version = parser.version();
        Headers headers = parser.headers(mostHeaders);
        return head(method, target, version, headers);
    }

    private static Head head(String method, String target, String version, Headers headers) {
        boolean current = version.equals("HTTP/1.1");
        String origin = originForm(method, target, headers);
        int question = origin.indexOf('?');
        return new Head(
                method,
                question < 0 ? origin : origin.substring(0, question),
                question < 0 ? null : origin.substring(question + 1),
                version,
                checkHost(headers, current),
                Framing.length(headers, current),
                Framing.keepAlive(headers, current),
                current && "100-continue".equalsIgnoreCase(headers.find("Expect")));
    }

    private String word(java.util.function.IntPredicate allowed) {
        int from = at;
        while (at < end && allowed.test(bytes[at] & 0xff)) {
            at++;
        }
        if (at == from || at >= end || bytes[at] != ' ') {
            throw bad("The request line is not `METHOD target HTTP/1.1`.");
        }
        return new String(bytes, from, at++ - from, ISO_8859_1);
    }

    private String version() {
        int from = at;
        at = lineEnd(from);
        String version = new String(bytes, from, at - from, ISO_8859_1);
        if (version.equals("HTTP/1.1")) {
            return "HTTP/1.1";
        }
        if (version.equals("HTTP/1.0")) {
            return "HTTP/1.0";
        }
        if (version.length() == 8 && version.startsWith("HTTP/")) {
            throw Problem.of(505, "http-version", "This version of HTTP is not spoken here")
                    .detail("Use HTTP/1.1.");
        }
        throw bad("The request line is not `METHOD target HTTP/1.1`.");
    }

    private Headers headers(int most) {
        String[] lines = new String[32];
        int count = 0;
        while (at < end) {
            at += 2;
            if (count == most) {
                throw Problem.of(431, "headers-too-many", "The request has too many headers")
                        .detail("It may have " + most + ".");
            }
            if (2 * count == lines.length) {
                lines = java.util.Arrays.copyOf(lines, 2 * lines.length);
            }
            lines[2 * count] = fieldName();
            lines[2 * count + 1] = fieldValue();
            count++;
        }
        return Headers.parsed(lines, count);
    }

    private String fieldName() {
        int from = at;
        while (at < end && Grammar.isTokenCharacter(bytes[at])) {
            at++;
        }
        if (at == from || at >= end || bytes[at] != ':') {
            throw bad("A header's name has characters that no name may have, or no colon.");
        }
        return new String(bytes, from, at++ - from, ISO_8859_1);
    }

    private String fieldValue() {
        int from = at;
        int to = lineEnd(from);
        at = to;
        while (from < to && isBlank(bytes[from])) {
            from++;
        }
        while (to > from && isBlank(bytes[to - 1])) {
            to--;
        }
        return new String(bytes, from, to - from, ISO_8859_1);
    }

    private static boolean isBlank(byte one) {
        return one == ' ' || one == '\t';
    }

    /// Where the line's `\r\n` is. No other control character may come before.
    private int lineEnd(int from) {
        int to = from;
        while (to < end && Grammar.isFieldCharacter(bytes[to] & 0xff)) {
            to++;
        }
        if (to < end && (bytes[to] != '\r' || bytes[to + 1] != '\n')) {
            throw bad("A line of the headers has a control character in it or does not end in CR LF.");
        }
        return to;
    }

    private static String originForm(String method, String target, Headers headers) {
        if (target.indexOf('#') >= 0) {
            throw bad("A request's target has no fragment.");
        }
        if (target.startsWith("/") || (target.equals("*") && method.equals("OPTIONS"))) {
            return target;
        }
        String lower = target.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("http://")) {
            throw bad("The request's target must start with a slash.");
        }
        int path = indexOfAny(target, 7);
        if (!target.substring(7, path).equalsIgnoreCase(headers.find("Host"))) {
            throw bad("The request's target and its Host header name two hosts.");
        }
        return target.startsWith("/", path) ? target.substring(path) : "/" + target.substring(path);
    }

    private static int indexOfAny(String target, int from) {
        int at = from;
        while (at < target.length() && target.charAt(at) != '/' && target.charAt(at) != '?') {
            at++;
        }
        return at;
    }

    private static Headers checkHost(Headers headers, boolean current) {
        @Nullable String host = headers.find("Host");
        if (headers.all("Host").size() > 1 || (current && (host == null || host.isEmpty()))) {
            throw bad("A request names its host in exactly one Host header.");
        }
        return headers;
    }

    static Problem bad(String detail) {
        return Problem.of(400, "bad-request", "The request is not well-formed HTTP")
                .detail(detail);
    }
}

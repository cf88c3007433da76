package dev.encargo.local.http.wire;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How long a request's body is and whether the connection serves another request, by its headers.
final class Framing {

    private Framing() {}

    /// @throws Problem 400 or 501 where the length is doubtful
    static long length(Headers headers, boolean current) {
        List<String> codings = headers.all("Transfer-Encoding");
        List<String> lengths = headers.all("Content-Length");
        if (!codings.isEmpty()) {
            return chunked(codings, !lengths.isEmpty() || !current);
        }
        if (lengths.isEmpty()) {
            return 0;
        }
        String length = lengths.getFirst();
        if (lengths.size() > 1 || length.isEmpty() || length.length() > 18 || !digits(length)) {
            throw HeadParser.bad("Content-Length must be given once, in digits.");
        }
        return Long.parseLong(length);
    }

    private static long chunked(List<String> codings, boolean doubtful) {
        if (doubtful) {
            throw HeadParser.bad("Transfer-Encoding goes neither with Content-Length nor with HTTP/1.0.");
        }
        if (codings.size() > 1 || !codings.getFirst().equalsIgnoreCase("chunked")) {
            throw Problem.of(501, "transfer-encoding", "This transfer encoding is not spoken here")
                    .detail("Only `chunked` is.");
        }
        return Head.CHUNKED;
    }

    private static boolean digits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    static boolean keepAlive(Headers headers, boolean current) {
        @Nullable String connection = headers.find("Connection");
        if (connection == null) {
            return current;
        }
        String lower = connection.toLowerCase(Locale.ROOT);
        return current ? !lower.contains("close") : lower.contains("keep-alive");
    }
}

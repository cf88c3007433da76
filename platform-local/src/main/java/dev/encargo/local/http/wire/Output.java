package dev.encargo.local.http.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes answers to a connection: head and a short body in one piece.
final class Output {

    private static final int ONE_PIECE = 64 * 1024;
    private static final byte[][] STATUS_LINES = new byte[600][];

    private final OutputStream stream;
    private final Deadline deadline;
    private final Limits limits;
    private byte[] buffer = new byte[1_024];
    private int length;

    static {
        for (int status = 100; status < 600; status++) {
            STATUS_LINES[status] = ascii("HTTP/1.1 " + status + " " + Reasons.of(status) + "\r\n");
        }
    }

    Output(OutputStream stream, Deadline deadline, Limits limits) {
        this.stream = stream;
        this.deadline = deadline;
        this.limits = limits;
    }

    /// @throws IOException when the client is gone or takes the answer too slowly
    void write(Response response, Head head, boolean keepAlive) throws IOException, InterruptedException {
        length = 0;
        put(STATUS_LINES[response.status()]);
        put(HttpDate.line());
        for (int i = 0; i < response.headers().size(); i++) {
            putHeader(response.headers().name(i), response.headers().value(i));
        }
        boolean silent = head.method().equals("HEAD");
        switch (response.body()) {
            case Response.Bytes(byte[] bytes) -> known(response.status(), bytes, silent, head, keepAlive);
            case Response.Streamed(Response.Writer writer) -> streamed(writer, silent, head, keepAlive);
        }
    }

    private void known(int status, byte[] bytes, boolean silent, Head head, boolean keepAlive) throws IOException {
        if (status != 204 && status != 304) {
            putHeader("Content-Length", Integer.toString(bytes.length));
        }
        finishHead(head, keepAlive);
        boolean bodyless = silent || status == 204 || status == 304;
        if (!bodyless && bytes.length <= ONE_PIECE) {
            put(bytes);
        }
        deadline.in(limits.write());
        stream.write(buffer, 0, length);
        if (!bodyless && bytes.length > ONE_PIECE) {
            for (int at = 0; at < bytes.length; at += ONE_PIECE) {
                deadline.in(limits.write());
                stream.write(bytes, at, Math.min(ONE_PIECE, bytes.length - at));
            }
        }
        deadline.none();
    }

    private void streamed(Response.Writer writer, boolean silent, Head head, boolean keepAlive)
            throws IOException, InterruptedException {
        boolean chunked = head.version().equals("HTTP/1.1");
        if (chunked) {
            putHeader("Transfer-Encoding", "chunked");
        }
        finishHead(head, keepAlive && chunked);
        stream.write(buffer, 0, length);
        if (!silent) {
            try (ChunkedOutput out = new ChunkedOutput(stream, deadline, limits, chunked)) {
                writer.write(out);
                out.complete();
            }
        }
    }

    private void finishHead(Head head, boolean keepAlive) {
        if (!keepAlive) {
            putHeader("Connection", "close");
        } else if (head.version().equals("HTTP/1.0")) {
            putHeader("Connection", "keep-alive");
        }
        put(CRLF);
    }

    private static final byte[] CRLF = {'\r', '\n'};

    private void putHeader(String name, String value) {
        room(name.length() + value.length() + 4);
        putLatin(name);
        buffer[length++] = ':';
        buffer[length++] = ' ';
        putLatin(value);
        put(CRLF);
    }

    private void putLatin(String text) {
        for (int i = 0; i < text.length(); i++) {
            buffer[length++] = (byte) text.charAt(i);
        }
    }

    private void put(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void room(int more) {
        if (buffer.length - length < more + 2) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more + 2));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

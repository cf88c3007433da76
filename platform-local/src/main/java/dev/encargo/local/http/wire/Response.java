package dev.encargo.local.http.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// An answer. `Date`, `Content-Length`, `Transfer-Encoding` and `Connection` are the server's to write.
public record Response(int status, Headers headers, Body body) {

    private static final Body EMPTY = new Bytes(new byte[0]);

    /// What is sent: known bytes, or as it comes.
    public sealed interface Body {}

    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(byte[] bytes) implements Body {}

    record Streamed(Writer writer) implements Body {}

    /// Writes a body as it comes; the stream is flushed on `flush`, and an exception tells that the client is gone.
    @FunctionalInterface
    public interface Writer {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    public static Response empty(int status) {
        return new Response(status, Headers.none(), EMPTY);
    }

    public static Response bytes(int status, String contentType, byte[] bytes) {
        return new Response(status, Headers.of("Content-Type", contentType), new Bytes(bytes));
    }

    public static Response bytes(int status, Headers headers, byte[] bytes) {
        return new Response(status, headers, new Bytes(bytes));
    }

    public static Response text(int status, String contentType, String text) {
        return bytes(status, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Response json(int status, String json) {
        return text(status, "application/json", json);
    }

    /// An answer of unknown length, such as a stream of server-sent events. It may last for ever.
    public static Response streamed(int status, String contentType, Writer writer) {
        return new Response(status, Headers.of("Content-Type", contentType), new Streamed(writer));
    }

    public Response with(String name, String value) {
        return new Response(status, headers.with(name, value), body);
    }
}

package dev.encargo.local.http.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads one request's body, when and as far as it is wanted.
final class BodyReader {

    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EMPTY = new byte[0];

    private final Input input;
    private final OutputStream output;
    private final Deadline deadline;
    private final Limits limits;
    private final Head head;
    private byte @Nullable [] bytes;

    BodyReader(Input input, OutputStream output, Deadline deadline, Limits limits, Head head) {
        this.input = input;
        this.output = output;
        this.deadline = deadline;
        this.limits = limits;
        this.head = head;
        this.bytes = head.length() == 0 ? EMPTY : null;
    }

    /// Whether all of it was taken, so that the next request starts here.
    boolean isComplete() {
        return bytes != null;
    }

    byte[] read(int limit) {
        byte[] known = bytes;
        if (known == null) {
            known = readNow(limit);
            bytes = known;
        } else if (known.length > limit) {
            throw tooLarge(limit);
        }
        return known;
    }

    private byte[] readNow(int limit) {
        if (head.length() > limit) {
            throw tooLarge(limit);
        }
        deadline.in(limits.body());
        try {
            if (head.expectsContinue() && input.available() == 0) {
                output.write(CONTINUE);
            }
            return head.length() == Head.CHUNKED ? chunked(limit) : exactly((int) head.length());
        } catch (IOException broken) {
            throw new ClientGone(broken);
        } finally {
            deadline.none();
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] body = new byte[Math.min(length, 64 * 1024)];
        int filled = 0;
        while (filled < length) {
            if (filled == body.length) {
                body = Arrays.copyOf(body, Math.min(length, 2 * body.length));
            }
            filled += read(body, filled);
        }
        return body;
    }

    private int read(byte[] into, int at) throws IOException {
        int read = input.read(into, at, into.length - at);
        if (read < 0) {
            throw ended();
        }
        return read;
    }

    private byte[] chunked(int limit) throws IOException {
        Chunks chunks = new Chunks(input, this::ended);
        byte[] body = new byte[8 * 1024];
        int filled = 0;
        for (int size = chunks.next(); size > 0; size = chunks.next()) {
            if (size > limit - filled) {
                throw tooLarge(limit);
            }
            if (filled + size > body.length) {
                body = Arrays.copyOf(body, Math.max(filled + size, 2 * body.length));
            }
            chunks.copy(body, filled, size);
            filled += size;
        }
        return Arrays.copyOf(body, filled);
    }

    private Problem ended() {
        return deadline.passed()
                ? Problem.of(408, "request-timeout", "The request came too slowly")
                        .detail("Its body must arrive within " + limits.body().toSeconds() + " s.")
                : HeadParser.bad("The request ends within its body.");
    }

    private static Problem tooLarge(int limit) {
        return Problem.of(413, "body-too-large", "The request's body is too large")
                .detail("It may have " + limit + " bytes.");
    }
}

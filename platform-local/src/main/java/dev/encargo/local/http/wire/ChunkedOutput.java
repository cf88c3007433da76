package dev.encargo.local.http.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A body of unknown length: each flush, and each full buffer, is a chunk. Each write has the client's time limit
/// anew.
final class ChunkedOutput extends OutputStream {

    private static final byte[] LAST = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream stream;
    private final Deadline deadline;
    private final Limits limits;
    private final boolean chunked;
    private final byte[] buffer = new byte[8 * 1024];
    private int length;

    ChunkedOutput(OutputStream stream, Deadline deadline, Limits limits, boolean chunked) {
        this.stream = stream;
        this.deadline = deadline;
        this.limits = limits;
        this.chunked = chunked;
    }

    @Override
    public void write(int one) throws IOException {
        if (length == buffer.length) {
            flush();
        }
        buffer[length++] = (byte) one;
    }

    @Override
    public void write(byte[] bytes, int from, int size) throws IOException {
        for (int at = from; at < from + size; ) {
            if (length == buffer.length) {
                flush();
            }
            int part = Math.min(buffer.length - length, from + size - at);
            System.arraycopy(bytes, at, buffer, length, part);
            length += part;
            at += part;
        }
    }

    @Override
    public void flush() throws IOException {
        if (length == 0) {
            return;
        }
        deadline.in(limits.write());
        if (chunked) {
            stream.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        stream.write(buffer, 0, length);
        if (chunked) {
            stream.write('\r');
            stream.write('\n');
        }
        length = 0;
        deadline.none();
    }

    /// Says that the body is whole. Without it the client sees that the stream broke off.
    void complete() throws IOException {
        flush();
        if (chunked) {
            stream.write(LAST);
        }
    }
}

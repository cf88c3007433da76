package dev.encargo.local.http.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// What a client sent and has not been understood yet: the bytes from `start` to `end` of a buffer that grows to a
/// bound.
final class Input {

    private static final int FIRST = 4 * 1024;

    private final InputStream stream;
    private final int most;
    byte[] buffer = new byte[FIRST];
    int start;
    int end;

    Input(InputStream stream, int most) {
        this.stream = stream;
        this.most = most;
    }

    int available() {
        return end - start;
    }

    /// Waits for more bytes; false at the end of the stream.
    ///
    /// @throws BufferFull when the buffer holds its most already
    boolean fill() throws IOException {
        if (start == end) {
            start = 0;
            end = 0;
        } else if (end == buffer.length) {
            makeRoom();
        }
        int read = stream.read(buffer, end, buffer.length - end);
        if (read < 0) {
            return false;
        }
        end += read;
        return true;
    }

    /// Copies what is there, else waits for more; -1 at the end of the stream.
    int read(byte[] into, int at, int length) throws IOException {
        if (start == end) {
            return stream.read(into, at, length);
        }
        int size = Math.min(length, end - start);
        System.arraycopy(buffer, start, into, at, size);
        start += size;
        return size;
    }

    private void makeRoom() throws BufferFull {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        } else if (buffer.length < most) {
            buffer = Arrays.copyOf(buffer, Math.min(most, buffer.length * 2));
        } else {
            throw new BufferFull();
        }
    }

    /// More was sent than is kept at once.
    static final class BufferFull extends IOException {
        private static final long serialVersionUID = 1L;
    }
}

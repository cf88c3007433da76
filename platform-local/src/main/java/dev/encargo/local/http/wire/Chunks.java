package dev.encargo.local.http.wire;

import java.io.IOException;
import java.util.function.Supplier;

/// A body that comes in chunks (RFC 9112 §7.1). Extensions and trailers are read, within a bound, and forgotten.
final class Chunks {

    private static final int LONGEST_LINE = 1_024;
    private static final int TRAILERS = 32;

    private final Input input;
    private final Supplier<Problem> ended;
    private boolean first = true;

    Chunks(Input input, Supplier<Problem> ended) {
        this.input = input;
        this.ended = ended;
    }

    /// The next chunk's size; 0 after the last one, whose trailers are then read.
    int next() throws IOException {
        if (!first) {
            expect('\r');
            expect('\n');
        }
        first = false;
        int size = size();
        if (size == 0) {
            skipTrailers();
        }
        return size;
    }

    void copy(byte[] into, int at, int size) throws IOException {
        int done = 0;
        while (done < size) {
            int read = input.read(into, at + done, size - done);
            if (read < 0) {
                throw ended.get();
            }
            done += read;
        }
    }

    private int size() throws IOException {
        long size = 0;
        int digits = 0;
        int c = take();
        for (; Character.digit(c, 16) >= 0 && c < 128; c = take()) {
            if (++digits > 7) {
                throw HeadParser.bad("A chunk is larger than any body may be.");
            }
            size = size * 16 + Character.digit(c, 16);
        }
        if (digits == 0 || (c != '\r' && c != ';' && c != ' ' && c != '\t')) {
            throw HeadParser.bad("A chunk does not start with its size.");
        }
        skipLine(c);
        return (int) size;
    }

    private void skipTrailers() throws IOException {
        for (int line = 0; line < TRAILERS; line++) {
            int c = take();
            if (c == '\r') {
                expect('\n');
                return;
            }
            skipLine(c);
        }
        throw HeadParser.bad("The body has too many trailers.");
    }

    private void skipLine(int current) throws IOException {
        int c = current;
        for (int length = 0; c != '\r'; length++) {
            if (length > LONGEST_LINE || c == '\n') {
                throw HeadParser.bad("A line between chunks is too long or does not end in CR LF.");
            }
            c = take();
        }
        expect('\n');
    }

    private void expect(char wanted) throws IOException {
        if (take() != wanted) {
            throw HeadParser.bad("A chunk does not end where its size says.");
        }
    }

    private int take() throws IOException {
        if (input.available() == 0 && !input.fill()) {
            throw ended.get();
        }
        return input.buffer[input.start++] & 0xff;
    }
}

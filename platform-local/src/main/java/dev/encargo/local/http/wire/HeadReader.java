package dev.encargo.local.http.wire;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Reads a request's head, bounded in size and time.
final class HeadReader {

    private static final int EMPTY_LINES = 4;

    private final Input input;
    private final Deadline deadline;
    private final Limits limits;

    HeadReader(Input input, Deadline deadline, Limits limits) {
        this.input = input;
        this.deadline = deadline;
        this.limits = limits;
    }

    /// The next request's head, or null when the client has no more to ask.
    ///
    /// @throws Problem 400, 408, 431, 501 or 505; the connection cannot be used any more
    @Nullable
    Head next() throws IOException {
        if (!waitForFirstByte()) {
            return null;
        }
        int end = waitForEnd();
        Head head = HeadParser.parse(input.buffer, input.start, end, limits.headers());
        input.start = end + 4;
        deadline.none();
        return head;
    }

    private boolean waitForFirstByte() throws IOException {
        deadline.in(limits.idle());
        for (int skipped = 0; ; skipped++) {
            while (input.available() < 2) {
                if (input.available() == 1) {
                    deadline.in(limits.head());
                }
                if (!input.fill()) {
                    return ended(input.available() > 0);
                }
            }
            if (input.buffer[input.start] != '\r' || input.buffer[input.start + 1] != '\n' || skipped == EMPTY_LINES) {
                deadline.in(limits.head());
                return true;
            }
            input.start += 2;
        }
    }

    /// Where the empty line after the headers begins, less its own line's end: `\r\n\r\n`.
    private int waitForEnd() throws IOException {
        int searched = 0;
        while (true) {
            byte[] bytes = input.buffer;
            for (int at = input.start + searched; at + 3 < input.end; at++) {
                if (bytes[at] == '\r' && bytes[at + 1] == '\n' && bytes[at + 2] == '\r' && bytes[at + 3] == '\n') {
                    return at;
                }
            }
            searched = Math.max(0, input.available() - 3);
            more();
        }
    }

    private void more() throws IOException {
        try {
            if (!input.fill()) {
                ended(true);
            }
        } catch (Input.BufferFull full) {
            throw Problem.of(431, "headers-too-large", "The request's headers are too large")
                    .detail("Request line and headers may have " + limits.headBytes() + " bytes together.");
        }
    }

    private boolean ended(boolean within) {
        if (!within) {
            return false;
        }
        throw deadline.passed()
                ? Problem.of(408, "request-timeout", "The request came too slowly")
                        .detail("Its headers must arrive within "
                                + limits.head().toSeconds() + " s.")
                : HeadParser.bad("The request ends within its headers.");
    }
}

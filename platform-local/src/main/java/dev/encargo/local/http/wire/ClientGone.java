package dev.encargo.local.http.wire;

import java.io.IOException;

/// The client closed the connection, or its connection broke: there is nobody to answer.
final class ClientGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClientGone(IOException cause) {
        super(cause);
    }
}

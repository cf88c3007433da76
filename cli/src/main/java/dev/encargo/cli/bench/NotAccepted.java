package dev.encargo.cli.bench;

import java.io.IOException;

/// An order was answered otherwise than with 201.
final class NotAccepted extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    NotAccepted(int status, String answer) {
        super("answered " + status + ": " + answer);
        this.status = status;
    }

    int status() {
        return status;
    }
}

package dev.encargo.cli.bench;

import static dev.encargo.cli.words.Words.say;

import java.io.IOException;

/// An order was answered otherwise than with 201.
final class NotAccepted extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    NotAccepted(int status, String answer) {
        super(say("answered %s: %s", status, answer));
        this.status = status;
    }

    int status() {
        return status;
    }
}

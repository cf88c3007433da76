package dev.encargo.notifications;

import io.avaje.jsonb.Json;

/// Who sends the mail about one event. `messageId` is the queue message that claimed it.
@Json
record MailClaim(State state, String messageId) {

    enum State {
        CLAIMED,
        RELEASED,
        CLOSED
    }

    MailClaim in(State next) {
        return new MailClaim(next, messageId);
    }
}

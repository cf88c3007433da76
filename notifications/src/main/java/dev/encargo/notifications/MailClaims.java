package dev.encargo.notifications;

import dev.encargo.notifications.MailClaim.State;
import dev.encargo.platform.Platform;
import dev.encargo.platform.documents.Decision;
import dev.encargo.platform.documents.DocumentStore;
import dev.encargo.platform.documents.Versioned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The claims on mails, one document an event; its id is the event's.
final class MailClaims {
    static final String COLLECTION = "mails";

    /// A message that finds another's claim for the third time takes it over: the other's time was up long ago.
    private static final int TAKE_OVER = 3;

    private final DocumentStore<MailClaim> store;

    MailClaims(Platform platform) {
        this.store = new DocumentStore<>(platform, COLLECTION, MailClaim.class);
    }

    enum Claimed {
        OURS,

        /// An earlier attempt ended inside the send: nobody knows whether that mail went out.
        OURS_AGAIN,
        UNDER_WAY,
        DONE
    }

    Claimed claim(String eventId, String messageId, int receives) {
        return store.change(eventId, current -> decide(current, messageId, receives));
    }

    void release(String eventId) {
        move(eventId, State.RELEASED);
    }

    void close(String eventId) {
        move(eventId, State.CLOSED);
    }

    static Decision<MailClaim, Claimed> decide(@Nullable Versioned<MailClaim> current, String messageId, int receives) {
        MailClaim ours = new MailClaim(State.CLAIMED, messageId);
        if (current == null) {
            return Decision.write(ours, 1, List.of(), Claimed.OURS);
        }
        return switch (current.body().state()) {
            case CLOSED -> Decision.keep(Claimed.DONE);
            case RELEASED -> Decision.write(ours, current.version() + 1, List.of(), Claimed.OURS);
            case CLAIMED -> {
                if (current.body().messageId().equals(messageId)) {
                    yield Decision.keep(Claimed.OURS_AGAIN);
                }
                yield receives < TAKE_OVER
                        ? Decision.keep(Claimed.UNDER_WAY)
                        : Decision.write(ours, current.version() + 1, List.of(), Claimed.OURS_AGAIN);
            }
        };
    }

    private void move(String eventId, State next) {
        store.change(eventId, current -> moved(current, next));
    }

    private static Decision<MailClaim, State> moved(@Nullable Versioned<MailClaim> current, State next) {
        return current == null || current.body().state() == State.CLOSED
                ? Decision.keep(next)
                : Decision.write(current.body().in(next), current.version() + 1, List.of(), next);
    }
}

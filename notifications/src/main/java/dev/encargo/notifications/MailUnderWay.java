package dev.encargo.notifications;

/// Another message about the same event holds the claim. This one comes again and will find the mail sent, or take
/// over.
public final class MailUnderWay extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String eventId;

    MailUnderWay(String eventId) {
        super("the mail about " + eventId + " is being sent by another message");
        this.eventId = eventId;
    }

    public String eventId() {
        return eventId;
    }
}

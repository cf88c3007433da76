package dev.encargo.platform.outside;

/// An outside party answered what its contract does not say. The call may be made again by the same key; a person
/// has to look.
public final class NotUnderstood extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 300;

    private final String party;
    private final int status;

    public NotUnderstood(Reply reply, String why) {
        super("the " + reply.party() + " answered " + reply.status() + " (" + why + "): "
                + reply.body().substring(0, Math.min(SHOWN, reply.body().length())));
        this.party = reply.party();
        this.status = reply.status();
    }

    public String party() {
        return party;
    }

    public int status() {
        return status;
    }
}

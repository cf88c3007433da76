package dev.encargo.local.queue;

/// A message is larger than its queue takes.
public final class MessageTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MessageTooLarge(String queue, int size, int limit) {
        super("a message of " + size + " bytes is too large for the queue " + queue + ", which takes " + limit);
    }
}

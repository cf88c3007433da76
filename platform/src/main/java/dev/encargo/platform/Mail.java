package dev.encargo.platform;

/// Sends mail.
public interface Mail {

    /// Sends one mail. `id` is its cause's event id: where the host can, a second send with the same id is dropped.
    ///
    /// @throws Unavailable when it should be tried again later
    /// @throws MailRefused when the address or content will never be accepted
    void send(Message message);

    /// `to` and `from` are single RFC 5322 addresses without a name; `subject` is one line; `text` and `html` say
    /// the same.
    record Message(String id, String from, String to, String subject, String text, String html) {}

    final class MailRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public MailRefused(String why) {
            super(why);
        }
    }
}

package dev.encargo.local.ports;

import dev.encargo.local.store.Database;
import dev.encargo.platform.Mail;
import java.time.InstantSource;
import java.util.regex.Pattern;

/// The outbox: mails are kept, none leaves the machine. A mail of the same id is dropped.
public final class LocalMail implements Mail {
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>,;:\"()\\[\\]\\\\]{1,64}@[^\\s@<>,;:\"()\\[\\]\\\\]{1,255}");

    private final Database database;
    private final InstantSource clock;

    public LocalMail(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void send(Message message) {
        if (!ADDRESS.matcher(message.to()).matches()) {
            throw new MailRefused("not an address");
        }
        if (message.subject().chars().anyMatch(Character::isISOControl)) {
            throw new MailRefused("a subject is one line");
        }
        database.work(tx -> tx.update(
                "INSERT OR IGNORE INTO mails (id, time, sender, recipient, subject, text, html) VALUES (?, ?, ?, ?, ?, ?, ?)",
                message.id(),
                clock.millis(),
                message.from(),
                message.to(),
                message.subject(),
                message.text(),
                message.html()));
    }
}

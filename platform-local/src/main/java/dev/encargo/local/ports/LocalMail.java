package dev.encargo.local.ports;

import dev.encargo.local.store.Database;
import dev.encargo.platform.Mail;
import java.time.InstantSource;

/// The outbox: mails are kept, none leaves the machine. A mail of the same id is dropped.
public final class LocalMail implements Mail {
    private final Database database;
    private final InstantSource clock;

    public LocalMail(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void send(Message message) {
        if (message.to().indexOf('@') <= 0 || message.to().chars().anyMatch(c -> c < ' ')) {
            throw new MailRefused("not an address");
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

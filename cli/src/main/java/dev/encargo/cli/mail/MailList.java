package dev.encargo.cli.mail;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.order.OrderReference;
import dev.encargo.cli.output.Moments;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.output.Table;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.cli.running.Limit;
import dev.encargo.local.store.ReadOnly;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The newest mails.
@Command(name = "list", mixinStandardHelpOptions = true, description = "List the mails, the newest first.")
final class MailList implements Runnable {
    @Option(names = "--order", paramLabel = "ID", description = "Only those about this order.")
    private @Nullable String order;

    @Mixin
    private Limit limit = new Limit();

    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public void run() {
        int most = limit.number();
        @Nullable String about = order == null ? null : new OrderReference(order).stored(host);
        List<StoredMail> mails;
        try (ReadOnly rows = host.stored()) {
            mails = rows.list(
                    StoredMail.SELECT + " WHERE (? IS NULL OR order_id = ?) ORDER BY m.time DESC, m.id DESC LIMIT ?",
                    StoredMail::read,
                    about,
                    about,
                    most);
        }
        if (output.json()) {
            mails.forEach(mail -> output.object(mail.head()));
        } else if (mails.isEmpty()) {
            output.line("  "
                    + (order == null ? say("No mail was written yet.") : say("No mail was written about %s.", order)));
        } else {
            Table table = new Table(say("TIME"), say("TO"), say("SUBJECT"), say("MAIL"));
            mails.forEach(
                    mail -> table.row(Moments.dayAndTime(mail.time()), mail.recipient(), mail.subject(), mail.id()));
            table.print(output);
        }
    }
}

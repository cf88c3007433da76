package dev.encargo.cli.mail;

import dev.encargo.cli.order.OrderReference;
import dev.encargo.cli.output.Moments;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.output.Table;
import dev.encargo.cli.running.HostChoice;
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

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "At most so many (default: ${DEFAULT-VALUE}).")
    private int limit = 20;

    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public void run() {
        @Nullable String about = order == null ? null : new OrderReference(order).stored(host);
        List<StoredMail> mails;
        try (ReadOnly rows = host.stored()) {
            mails = rows.list(
                    StoredMail.SELECT + " WHERE (? IS NULL OR order_id = ?) ORDER BY m.time DESC, m.id DESC LIMIT ?",
                    StoredMail::read,
                    about,
                    about,
                    limit);
        }
        if (output.json()) {
            mails.forEach(mail -> output.object(mail.head()));
        } else if (mails.isEmpty()) {
            output.line(order == null ? "  No mail was written yet." : "  No mail was written about " + order + ".");
        } else {
            Table table = new Table("TIME", "TO", "SUBJECT", "MAIL");
            mails.forEach(
                    mail -> table.row(Moments.dayAndTime(mail.time()), mail.recipient(), mail.subject(), mail.id()));
            table.print(output);
        }
    }
}

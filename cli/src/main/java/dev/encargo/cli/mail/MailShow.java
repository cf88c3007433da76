package dev.encargo.cli.mail;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Refusal;
import dev.encargo.cli.output.LabeledLines;
import dev.encargo.cli.output.Moments;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.local.store.ReadOnly;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// One mail as the customer would read it.
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show one mail: its head and text, or its HTML alone.",
        footer = {"", "Example:  encargo mail show evt_… --html > mail.html"})
final class MailShow implements Runnable {
    @Parameters(paramLabel = "MAIL", description = "The mail's id.")
    private String id = "";

    @ArgGroup
    private Form form = new Form();

    /// What of the mail is shown.
    static final class Form {
        @Option(names = "--html", description = "Only its HTML.")
        private boolean html;

        @Option(names = "--text", description = "Only its text.")
        private boolean text;
    }

    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public void run() {
        StoredMail mail = mail();
        if (output.json()) {
            output.object(mail.head().put("text", mail.text()).put("html", mail.html()));
        } else if (form.html) {
            output.text(mail.html());
        } else if (form.text) {
            output.text(mail.text());
        } else {
            head(mail);
            output.line("");
            mail.text().lines().forEach(line -> output.line(("  " + line).stripTrailing()));
        }
    }

    private void head(StoredMail mail) {
        new LabeledLines()
                .add(say("From"), mail.sender())
                .add(say("To"), mail.recipient())
                .add(say("Date"), Moments.dayAndTime(mail.time()))
                .add(say("Subject"), mail.subject())
                .print(output, "  ", "  ");
    }

    private StoredMail mail() {
        try (ReadOnly rows = host.stored()) {
            return rows.one(StoredMail.SELECT + " WHERE m.id = ?", StoredMail::read, id)
                    .orElseThrow(() -> new Refusal(
                            Refusal.FAILED,
                            say("There is no mail %s.", id),
                            say("The outbox does not hold it."),
                            say("Use:  %s", encargo("mail list" + host.asGiven()))));
        }
    }
}

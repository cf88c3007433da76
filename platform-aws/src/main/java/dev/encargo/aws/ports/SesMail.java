package dev.encargo.aws.ports;

import dev.encargo.aws.call.Dependency;
import dev.encargo.platform.Mail;
import dev.encargo.platform.Unavailable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.AccountSuspendedException;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.EmailContent;
import software.amazon.awssdk.services.sesv2.model.LimitExceededException;
import software.amazon.awssdk.services.sesv2.model.MailFromDomainNotVerifiedException;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendingPausedException;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

/// Mail by SES, which composes text and HTML into one message. It cannot tell a repeated mail; the tag `event`
/// shows one in its records.
public final class SesMail implements Mail {
    private static final Dependency MAIL = new Dependency("mail");
    private static final String UTF_8 = "UTF-8";
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>,;:\"()\\[\\]\\\\]{1,64}@[^\\s@<>,;:\"()\\[\\]\\\\]{1,255}");

    private final Supplier<SesV2Client> client;
    private final Supplier<String> configurationSet;

    public SesMail(Supplier<SesV2Client> client, Supplier<String> configurationSet) {
        this.client = client;
        this.configurationSet = configurationSet;
    }

    @Override
    public void send(Message message) {
        if (!ADDRESS.matcher(message.to()).matches()) {
            throw new MailRefused("not an address");
        }
        if (message.subject().chars().anyMatch(Character::isISOControl)) {
            throw new MailRefused("a subject is one line");
        }
        SendEmailRequest request = request(message);
        try {
            MAIL.ask(() -> client.get().sendEmail(request));
        } catch (MessageRejectedException | BadRequestException refusal) {
            throw new MailRefused(refusal.awsErrorDetails().errorCode());
        } catch (SesV2Exception refusal) {
            throw passes(refusal) ? new Unavailable("mail", refusal) : refusal;
        }
    }

    /// What ails the account, not the mail.
    private static boolean passes(SesV2Exception refusal) {
        return refusal instanceof LimitExceededException
                || refusal instanceof SendingPausedException
                || refusal instanceof AccountSuspendedException
                || refusal instanceof MailFromDomainNotVerifiedException;
    }

    private SendEmailRequest request(Message message) {
        return SendEmailRequest.builder()
                .configurationSetName(configurationSet.get())
                .fromEmailAddress(message.from())
                .destination(to -> to.toAddresses(message.to()))
                .emailTags(
                        MessageTag.builder().name("event").value(message.id()).build())
                .content(content(message))
                .build();
    }

    private static EmailContent content(Message message) {
        return EmailContent.builder()
                .simple(simple -> simple.subject(content(message.subject()))
                        .body(body -> body.text(content(message.text())).html(content(message.html()))))
                .build();
    }

    private static Content content(String text) {
        return Content.builder().charset(UTF_8).data(text).build();
    }
}

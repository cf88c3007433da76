package dev.encargo.aws.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.aws.emulator.Emulator;
import dev.encargo.platform.Mail;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Body;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/// The mails that SES accepted. The emulator keeps one of a mail's two bodies, so the requests that it accepted
/// tell the rest.
final class Outbox {
    private static final String SENDER = "orders@encargo.example";
    private static final String CONFIGURATION = "mail-test";

    private final Emulator aws;
    private final int before;
    private final List<SendEmailRequest> accepted = new CopyOnWriteArrayList<>();
    private final SesV2Client ses;

    Outbox(Emulator aws) {
        this.aws = aws;
        this.before = kept().size();
        this.ses = aws.connection()
                .client(SesV2Client.builder()
                        .overrideConfiguration(listening -> listening.addExecutionInterceptor(new Accepted())));
        ses.createEmailIdentity(request -> request.emailIdentity(SENDER));
    }

    private final class Accepted implements ExecutionInterceptor {
        @Override
        public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
            if (context.request() instanceof SendEmailRequest sent) {
                accepted.add(sent);
            }
        }
    }

    Mail mail() {
        return new SesMail(() -> ses, () -> CONFIGURATION);
    }

    List<Mail.Message> accepted() {
        List<?> kept = kept().subList(before, kept().size());
        assertThat(kept)
                .<Map<?, ?>>map(mail -> (Map<?, ?>) mail)
                .map(mail -> List.of(mail.get("source"), mail.get("subject"), mail.get("body")))
                .isEqualTo(accepted.stream().map(Outbox::known).toList());
        return accepted.stream().map(Outbox::message).toList();
    }

    private static List<?> known(SendEmailRequest sent) {
        assertThat(sent.configurationSetName()).isEqualTo(CONFIGURATION);
        Mail.Message message = message(sent);
        return List.of(message.from(), message.subject(), message.html());
    }

    private static Mail.Message message(SendEmailRequest sent) {
        Body body = sent.content().simple().body();
        return new Mail.Message(
                sent.emailTags().getFirst().value(),
                sent.fromEmailAddress(),
                sent.destination().toAddresses().getFirst(),
                sent.content().simple().subject().data(),
                body.text().data(),
                body.html().data());
    }

    /// What the emulator holds of all mails of all tests.
    private List<?> kept() {
        String data = Browser.get(aws.address().resolve("/moto-api/data.json"))
                .map(found -> new String(found, StandardCharsets.UTF_8))
                .orElseThrow();
        Map<?, ?> ses = (Map<?, ?>) Inbox.json(data).get("ses");
        return ses == null || ses.get("Message") == null ? List.of() : (List<?>) ses.get("Message");
    }
}

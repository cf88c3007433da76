package dev.encargo.notifications;

import dev.encargo.contracts.Confidential;
import dev.encargo.platform.Mail;
import dev.encargo.platform.Platform;
import dev.encargo.platform.Settings;
import dev.encargo.platform.Telemetry;
import dev.encargo.platform.Unavailable;
import dev.encargo.platform.event.CloudEvent;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes to the customer about one event. One mail a cause: the claim is written before the mail is sent, and
/// closed after.
public final class NotifyCustomer {
    private final MailClaims claims;
    private final Mail mail;
    private final Settings settings;
    private final Telemetry telemetry;

    public NotifyCustomer(Platform platform) {
        this.claims = new MailClaims(platform);
        this.mail = platform.mail();
        this.settings = platform.settings();
        this.telemetry = platform.telemetry();
    }

    /// `messageId` and `receives` are the queue's: they tell a crashed attempt of one's own from somebody else's
    /// under way.
    public record Request(CloudEvent event, String messageId, int receives) {}

    public enum Outcome {
        SENT,
        ALREADY_SENT,
        NO_ADDRESS,
        NOTHING_TO_SAY,
        REFUSED
    }

    /// @throws MailUnderWay when another message about the same event is being handled: this one must come again
    public Outcome handle(Request request) {
        Optional<Letter> letter = Letter.about(request.event());
        if (letter.isEmpty()) {
            return Outcome.NOTHING_TO_SAY;
        }
        @Nullable Confidential customer = request.event().confidential();
        @Nullable String address = customer == null ? null : customer.email();
        if (address == null || address.isBlank()) {
            return Outcome.NO_ADDRESS;
        }
        return Address.isUsable(address) ? claimAndSend(request, letter.get(), address) : Outcome.REFUSED;
    }

    private Outcome claimAndSend(Request request, Letter letter, String address) {
        return switch (claims.claim(request.event().id(), request.messageId(), request.receives())) {
            case DONE -> Outcome.ALREADY_SENT;
            case UNDER_WAY -> throw new MailUnderWay(request.event().id());
            case OURS -> send(request.event(), letter, address);
            case OURS_AGAIN -> {
                telemetry.count("mails.uncertain", 1, Map.of());
                yield send(request.event(), letter, address);
            }
        };
    }

    private Outcome send(CloudEvent event, Letter letter, String address) {
        try {
            mail.send(message(event, letter, address));
        } catch (Unavailable later) {
            claims.release(event.id());
            throw later;
        } catch (Mail.MailRefused never) {
            telemetry.error(
                    "a mail was refused for good", never, Map.of("event", event.id(), "order", event.subject()));
            claims.close(event.id());
            return Outcome.REFUSED;
        }
        claims.close(event.id());
        return Outcome.SENT;
    }

    private Mail.Message message(CloudEvent event, Letter letter, String address) {
        Sender sender = new Sender(settings.get("seller-name"), settings.get("public-url"));
        return new Mail.Message(
                event.id(),
                settings.get("mail-from"),
                address,
                letter.subject(),
                TextLetter.of(letter, sender),
                HtmlLetter.of(letter, sender));
    }
}

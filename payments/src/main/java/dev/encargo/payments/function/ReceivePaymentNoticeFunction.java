package dev.encargo.payments.function;

import dev.encargo.payments.model.PaymentAnswer;
import dev.encargo.payments.provider.PaymentProvider;
import dev.encargo.payments.store.Payments;
import dev.encargo.payments.usecase.ReceivePaymentNotice;
import dev.encargo.payments.usecase.ReceivePaymentNotice.Outcome;
import dev.encargo.platform.Platform;
import dev.encargo.platform.webhook.Notice;
import dev.encargo.platform.webhook.WebhookFunction;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// `POST /webhooks/payments`: the payment provider's signed notices.
public final class ReceivePaymentNoticeFunction extends WebhookFunction {
    private final ReceivePaymentNotice useCase;

    public ReceivePaymentNoticeFunction() {
        this(Platform.current());
    }

    ReceivePaymentNoticeFunction(Platform platform) {
        super(platform, "payment");
        this.useCase = new ReceivePaymentNotice(new Payments(platform), new PaymentProvider(platform.settings()));
    }

    /// Money that moved has an amount.
    @Override
    protected boolean isComplete(Notice notice) {
        return switch (String.valueOf(notice.type())) {
            case "payment.captured", "payment.refunded" -> notice.money().isPresent();
            default -> true;
        };
    }

    @Override
    protected boolean receive(String orderId, Notice notice, String raw) {
        Optional<PaymentAnswer> answer = answer(notice);
        if (answer.isEmpty()) {
            return false;
        }
        Outcome outcome = useCase.receive(orderId, answer.get(), raw);
        telemetry.count("notices", 1, Map.of("party", "payment", "outcome", outcome.name()));
        return outcome != Outcome.UNMATCHED;
    }

    private static Optional<PaymentAnswer> answer(Notice notice) {
        if (!notice.isAbout("pay")) {
            return Optional.empty();
        }
        String reference = Objects.requireNonNullElse(notice.reference(), "");
        return switch (String.valueOf(notice.type())) {
            case "payment.captured" -> notice.money().map(amount -> new PaymentAnswer.Captured(amount, reference));
            case "payment.declined" ->
                Optional.of(new PaymentAnswer.Declined(Objects.requireNonNullElse(notice.reason(), "declined")));
            case "payment.refunded" -> notice.money().map(amount -> new PaymentAnswer.Refunded(amount, reference));
            default -> Optional.empty();
        };
    }
}

package dev.encargo.payments.provider;

import dev.encargo.contracts.Money;
import dev.encargo.payments.model.PaymentAnswer;
import dev.encargo.payments.provider.Messages.KeyState;
import dev.encargo.payments.provider.Messages.PaymentCall;
import dev.encargo.platform.Settings;
import dev.encargo.platform.json.Jsons;
import dev.encargo.platform.outside.NotUnderstood;
import dev.encargo.platform.outside.OutsideParty;
import dev.encargo.platform.outside.Reply;
import java.util.Objects;

/// Asks the payment provider, by a key that never changes: `{orderId}/pay`. Every call may be made again.
///
/// Throws [dev.encargo.platform.Unavailable] when the provider does not answer in time or answers 5xx, and
/// [NotUnderstood] when it answers
/// what its contract does not say.
public final class PaymentProvider {
    private final OutsideParty party;

    public PaymentProvider(Settings settings) {
        this.party = new OutsideParty("payment provider", "payment-provider-url", settings);
    }

    /// Asks for money. A barred key is answered [PaymentAnswer.Canceled].
    public PaymentAnswer take(String orderId, Money amount, String method) {
        String key = orderId + "/pay";
        PaymentCall call = new PaymentCall(key, orderId, amount.minor(), amount.currency(), method);
        Reply reply = party.post("/payments", key, Jsons.write(call));
        if (reply.status() == 409) {
            return barred(reply);
        }
        boolean pending = "pending".equals(reply.as(KeyState.class).status());
        return pending ? new PaymentAnswer.Pending() : state(party.get(path(orderId)));
    }

    /// Bars the key unless it is decided; says what was decided.
    public PaymentAnswer cancel(String orderId) {
        return state(party.post(path(orderId) + "/cancel", orderId + "/pay/cancel", "{}"));
    }

    /// Gives back all that was taken and bars the key.
    public PaymentAnswer refund(String orderId) {
        return state(party.post(path(orderId) + "/refund", orderId + "/refund", "{}"));
    }

    private static String path(String orderId) {
        return "/payments/" + OutsideParty.segment(orderId + "/pay");
    }

    private static PaymentAnswer barred(Reply reply) {
        if (!Objects.equals(reply.read(KeyState.class).code(), "key-barred")) {
            throw new NotUnderstood(reply, "the key was refused");
        }
        return new PaymentAnswer.Canceled();
    }

    private static PaymentAnswer state(Reply reply) {
        KeyState state = reply.as(KeyState.class);
        return switch (String.valueOf(state.status())) {
            case "pending" -> new PaymentAnswer.Pending();
            case "captured" ->
                new PaymentAnswer.Captured(money(reply, state, state.captured()), reference(reply, state));
            case "declined" -> new PaymentAnswer.Declined(Objects.requireNonNullElse(state.reason(), "declined"));
            case "canceled" -> new PaymentAnswer.Canceled();
            case "refunded" ->
                new PaymentAnswer.Refunded(money(reply, state, state.refunded()), reference(reply, state));
            default -> throw new NotUnderstood(reply, "no such status of a payment");
        };
    }

    private static Money money(Reply reply, KeyState state, long minor) {
        if (state.currency() == null) {
            throw new NotUnderstood(reply, "the currency is missing");
        }
        return new Money(minor, state.currency());
    }

    private static String reference(Reply reply, KeyState state) {
        if (state.reference() == null) {
            throw new NotUnderstood(reply, "the reference is missing");
        }
        return state.reference();
    }
}

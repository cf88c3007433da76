package dev.encargo.payments.model;

import dev.encargo.contracts.Money;
import dev.encargo.contracts.PaymentEvent.PaymentCaptured;
import dev.encargo.contracts.PaymentEvent.PaymentDeclined;
import dev.encargo.contracts.PaymentEvent.PaymentRefunded;
import dev.encargo.contracts.UndoReason;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The payment of one order: – → asked → captured, mismatched or declined; – → closed. The undo refunds or closes
/// what is [Open]; what ended [Unpaid] is refunded should the provider take money all the same.
@Json
@Json.SubTypes({
    @Json.SubType(type = Payment.Asked.class, name = "asked"),
    @Json.SubType(type = Payment.Captured.class, name = "captured"),
    @Json.SubType(type = Payment.Mismatched.class, name = "mismatched"),
    @Json.SubType(type = Payment.Declined.class, name = "declined"),
    @Json.SubType(type = Payment.Closed.class, name = "closed"),
    @Json.SubType(type = Payment.Refunded.class, name = "refunded")
})
public sealed interface Payment {

    Trail trail();

    /// The same, with this trail.
    default Payment with(Trail trail) {
        return switch (this) {
            case Asked asked -> new Asked(trail, asked.amount());
            case Captured captured -> new Captured(trail, captured.amount(), captured.reference());
            case Mismatched mismatched -> new Mismatched(trail, mismatched.taken(), mismatched.reference());
            case Declined _ -> new Declined(trail);
            case Closed closed -> new Closed(trail, closed.reason());
            case Refunded refunded ->
                new Refunded(trail, refunded.amount(), refunded.reference(), refunded.closedFor());
        };
    }

    default Payment noting(List<String> bodies) {
        return with(trail().noting(bodies));
    }

    static Closed closed(String orderId, UndoReason reason) {
        return new Closed(Trail.of(orderId, null, null), reason);
    }

    /// The provider holds money of it, or may yet take it.
    sealed interface Open extends Payment {
        default Declined decline() {
            return new Declined(trail());
        }

        default Closed close(UndoReason reason) {
            return new Closed(trail(), reason);
        }

        default Refunded refund(Money amount, String reference) {
            return new Refunded(trail(), amount, reference, null);
        }
    }

    /// It ended in a way that a later success of the provider would contradict.
    sealed interface Unpaid extends Payment {
        Refunded refund(Money amount, String reference);
    }

    record Asked(Trail trail, Money amount) implements Open {
        public boolean isPaidBy(Money taken) {
            return taken.equals(amount);
        }

        public Captured capture(String reference) {
            return new Captured(trail, amount, reference);
        }

        public Mismatched mismatch(Money taken, String reference) {
            return new Mismatched(trail, taken, reference);
        }
    }

    record Captured(Trail trail, Money amount, String reference) implements Open {
        public PaymentCaptured event() {
            return new PaymentCaptured(amount, reference);
        }
    }

    /// The provider took another amount than the one asked for: `taken`, which is no payment and is given back.
    record Mismatched(Trail trail, Money taken, String reference) implements Open {
        public PaymentDeclined event() {
            return new PaymentDeclined("AmountMismatch", taken);
        }
    }

    record Declined(Trail trail) implements Unpaid {
        @Override
        public Refunded refund(Money amount, String reference) {
            return new Refunded(trail, amount, reference, null);
        }
    }

    record Closed(Trail trail, UndoReason reason) implements Unpaid {
        @Override
        public Refunded refund(Money amount, String reference) {
            return new Refunded(trail, amount, reference, reason);
        }
    }

    /// All that was taken, `amount`, was given back; `closedFor` is why it had been closed before.
    record Refunded(
            Trail trail,
            Money amount,
            String reference,
            @Nullable UndoReason closedFor) implements Payment {
        public PaymentRefunded event(boolean late) {
            return new PaymentRefunded(amount, reference, late);
        }
    }
}

package dev.encargo.orders.model;

import dev.encargo.contracts.Money;
import dev.encargo.contracts.UndoReason;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that an order knows. References are the outside party's; `by` is a caller's role.
public sealed interface Fact {

    FactKind kind();

    record StockReserved(String reference) implements Fact {
        @Override
        public FactKind kind() {
            return FactKind.STOCK_RESERVED;
        }
    }

    record StockRefused(String reason, List<String> skus) implements Fact {
        public StockRefused {
            skus = List.copyOf(skus);
        }

        @Override
        public FactKind kind() {
            return FactKind.STOCK_REFUSED;
        }
    }

    record PaymentCaptured(Money amount, String reference) implements Fact {
        @Override
        public FactKind kind() {
            return FactKind.PAYMENT_CAPTURED;
        }
    }

    /// `captured` is another amount than asked: it is owed to the customer.
    record PaymentDeclined(String reason, @Nullable Money captured) implements Fact {
        @Override
        public FactKind kind() {
            return FactKind.PAYMENT_DECLINED;
        }
    }

    record InvoiceIssued(String number, LocalDate date, Money gross) implements Fact {
        @Override
        public FactKind kind() {
            return FactKind.INVOICE_ISSUED;
        }
    }

    record ShipmentRequested(String reference) implements Fact {
        @Override
        public FactKind kind() {
            return FactKind.SHIPMENT_REQUESTED;
        }
    }

    /// An operator states that the parcel has left.
    record DispatchRecorded(String by) implements Fact {
        @Override
        public FactKind kind() {
            return FactKind.DISPATCH_RECORDED;
        }
    }

    record ShipmentDispatched(String reference) implements Fact {
        @Override
        public FactKind kind() {
            return FactKind.SHIPMENT_DISPATCHED;
        }
    }

    /// An operator states that the parcel has arrived.
    record DeliveryRecorded(String by) implements Fact {
        @Override
        public FactKind kind() {
            return FactKind.DELIVERY_RECORDED;
        }
    }

    record ShipmentDelivered(String reference) implements Fact {
        @Override
        public FactKind kind() {
            return FactKind.SHIPMENT_DELIVERED;
        }
    }

    record CancelAsked(String by, @Nullable String motive) implements Fact {
        @Override
        public FactKind kind() {
            return FactKind.CANCEL_ASKED;
        }
    }

    record InvoiceCredited(String number, String creditNote, LocalDate date, Money gross) implements Fact {
        @Override
        public FactKind kind() {
            return FactKind.INVOICE_CREDITED;
        }
    }

    record PaymentRefunded(Money amount, String reference, boolean late) implements Fact {
        @Override
        public FactKind kind() {
            return FactKind.PAYMENT_REFUNDED;
        }
    }

    record StockReleased(String reference) implements Fact {
        @Override
        public FactKind kind() {
            return FactKind.STOCK_RELEASED;
        }
    }

    /// Nothing is owed any more; the money and the credit note that were given back.
    record OrderUndone(
            UndoReason cause,
            @Nullable Money refunded,
            @Nullable String creditNote) implements Fact {
        @Override
        public FactKind kind() {
            return FactKind.ORDER_UNDONE;
        }
    }
}

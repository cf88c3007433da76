package dev.encargo.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the orders context says. The order's id is the event's `subject`.
public sealed interface OrderEvent extends Event {
    String SOURCE = "encargo.orders";

    @Override
    default String source() {
        return SOURCE;
    }

    record OrderCreated(String customerId, String currency, List<Line> lines, Totals totals) implements OrderEvent {
        public OrderCreated {
            lines = List.copyOf(lines);
        }
    }

    /// One edge of the order's status graph. `version` is the order's version after the change; `reason` explains
    /// REJECTED and CANCELED, and so do `refunded` and `creditNote`: what the undo gave back.
    record OrderStatusChanged(
            String from,
            String to,
            long version,
            @Nullable String reason,
            @Nullable Money refunded,
            @Nullable String creditNote,
            String customerId,
            List<Line> lines,
            Totals totals)
            implements OrderEvent {
        public OrderStatusChanged {
            lines = List.copyOf(lines);
        }
    }

    /// For the record: the cancel itself is done by the workflow UndoOrder. `by` is the caller's role (`customer`,
    /// `operator`).
    record OrderCancelRequested(String by, @Nullable String reason) implements OrderEvent {}

    /// An operator states that the parcel has left.
    record OrderDispatchRecorded(String by) implements OrderEvent {}
}

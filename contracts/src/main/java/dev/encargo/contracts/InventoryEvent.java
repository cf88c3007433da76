package dev.encargo.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the inventory context says. References are the warehouse's.
public sealed interface InventoryEvent extends Event {
    String SOURCE = "encargo.inventory";

    @Override
    default String source() {
        return SOURCE;
    }

    record StockReserved(String reference) implements InventoryEvent {}

    /// `skus` are the ones the warehouse lacks.
    record StockRefused(String reason, List<String> skus) implements InventoryEvent {
        public StockRefused {
            skus = List.copyOf(skus);
        }
    }

    record StockReleased(String reference) implements InventoryEvent {}

    record ShipmentRequested(String reference) implements InventoryEvent {}

    record ShipmentDispatched(String reference) implements InventoryEvent {}

    record ShipmentDelivered(String reference) implements InventoryEvent {}

    /// The end of an undo: nothing is owed any more. `reason` is the one of the first stop; `refunded` is the money
    /// that was given back, if any was held, `creditNote` the number that cancels the invoice, if one was issued.
    record OrderUndone(
            UndoReason reason,
            @Nullable Money refunded,
            @Nullable String creditNote) implements InventoryEvent {}
}

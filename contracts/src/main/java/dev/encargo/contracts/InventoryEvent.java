package dev.encargo.contracts;

import java.util.List;

/// What the inventory context says. References are the warehouse's.
public sealed interface InventoryEvent extends Event {

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

    /// The end of an undo: nothing is owed any more. `reason` is the one of the first stop.
    record OrderUndone(UndoReason reason) implements InventoryEvent {}
}

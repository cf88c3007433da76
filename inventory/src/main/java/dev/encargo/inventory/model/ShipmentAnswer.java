package dev.encargo.inventory.model;

/// What the warehouse says about a shipment's key, in a notice or in an answer.
public sealed interface ShipmentAnswer {

    /// It was never asked for, as far as the warehouse knows.
    record Unknown() implements ShipmentAnswer {}

    record Requested() implements ShipmentAnswer {}

    record Dispatched(String reference) implements ShipmentAnswer {}

    record Delivered(String reference) implements ShipmentAnswer {}

    /// It has not left and never will.
    record Canceled() implements ShipmentAnswer {}
}

package dev.encargo.inventory.model;

public enum Shipment {
    NONE,
    ASKED,
    DISPATCHED,
    STOPPED,
    DELIVERED
}

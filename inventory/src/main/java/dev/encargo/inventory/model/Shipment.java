package dev.encargo.inventory.model;

public enum Shipment {
    NONE,
    ASKED,
    DISPATCHED,
    STOPPED,
    DELIVERED;

    public boolean hasLeft() {
        return this == DISPATCHED || this == DELIVERED;
    }
}

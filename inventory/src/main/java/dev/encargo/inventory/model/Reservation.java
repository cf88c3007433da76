package dev.encargo.inventory.model;

public enum Reservation {
    NONE,
    ASKED,
    RESERVED,
    REFUSED,
    RELEASED
}

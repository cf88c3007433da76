package dev.encargo.rules.broken.notifications;

import dev.encargo.rules.broken.orders.Impure;

public record NotifyingOrders(Impure order) {}

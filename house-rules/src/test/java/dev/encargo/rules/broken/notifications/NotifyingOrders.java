package dev.encargo.rules.broken.notifications;

import dev.encargo.rules.broken.orders.Late;

public record NotifyingOrders(Late order) {}

package dev.encargo.orders.usecase;

import dev.encargo.orders.store.Orders;
import dev.encargo.platform.Platform;

/// Whether orders can be taken: the store answers.
public final class CheckReadiness {
    private final Orders orders;

    public CheckReadiness(Platform platform) {
        this.orders = new Orders(platform);
    }

    /// @throws dev.encargo.platform.Unavailable when the store does not answer
    public void check() {
        orders.find("readiness");
    }
}

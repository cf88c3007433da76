package dev.encargo.inventory.function;

import dev.encargo.inventory.store.Stocks;
import dev.encargo.inventory.usecase.ChaseShipments;
import dev.encargo.inventory.warehouse.Warehouse;
import dev.encargo.platform.Platform;
import dev.encargo.platform.function.ScheduledFunction;
import java.time.Duration;
import java.util.Map;

/// Every fifteen minutes: the warehouse is asked about shipments silent for longer than the setting
/// `shipment-limit-minutes`.
public final class ChaseShipmentsFunction extends ScheduledFunction {
    private static final Duration LONGEST = Duration.ofSeconds(6);

    private final ChaseShipments useCase;

    public ChaseShipmentsFunction() {
        this(Platform.current());
    }

    ChaseShipmentsFunction(Platform platform) {
        super(platform);
        this.useCase = new ChaseShipments(new Stocks(platform), new Warehouse(platform.settings()), platform.clock());
    }

    @Override
    protected void run() {
        long minutes = Long.parseLong(platform.settings().get("shipment-limit-minutes"));
        int news = useCase.chase(Duration.ofMinutes(minutes), LONGEST);
        telemetry.count("shipments.chased", news, Map.of());
    }
}

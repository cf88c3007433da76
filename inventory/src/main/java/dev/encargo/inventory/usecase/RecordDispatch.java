package dev.encargo.inventory.usecase;

import dev.encargo.inventory.model.ReservationAnswer;
import dev.encargo.inventory.model.ShipmentAnswer;
import dev.encargo.inventory.model.Shipping;
import dev.encargo.inventory.store.Stocks;
import dev.encargo.inventory.warehouse.Warehouse;
import org.jspecify.annotations.Nullable;

/// Records a parcel that an operator handed over: the warehouse is told not to send one, if it was asked for one,
/// and that the goods are gone; then one write.
public final class RecordDispatch {
    private final Stocks stocks;
    private final Warehouse warehouse;

    public RecordDispatch(Stocks stocks, Warehouse warehouse) {
        this.stocks = stocks;
        this.warehouse = warehouse;
    }

    /// Returns whether it was news.
    ///
    /// @throws StockUnknown when nothing was ever reserved for the order
    public boolean record(String orderId) {
        return stocks.transit(orderId, stock -> {
            if (stock == null) {
                throw new StockUnknown(orderId);
            }
            @Nullable ShipmentAnswer parcel = Shipping.mustStop(stock) ? warehouse.cancelShipment(orderId) : null;
            @Nullable ReservationAnswer goods = Shipping.mustCollect(stock) ? warehouse.collect(orderId) : null;
            return Shipping.handOver(stock, parcel, goods);
        });
    }
}

package dev.encargo.orders.usecase;

import dev.encargo.contracts.Confidential;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An order as a caller asks for it. What is null takes the default of the settings.
public record NewOrder(String customerId, @Nullable String currency, List<Item> items, Confidential confidential) {

    public NewOrder {
        items = List.copyOf(items);
    }

    public record Item(
            String sku,
            @Nullable String description,
            int quantity,
            BigDecimal unitPrice,
            @Nullable BigDecimal taxRate) {}
}

package dev.encargo.contracts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One line of an order. `unitPrice` and `net` are net of tax; `taxRate` is a fraction (0.21 is 21 %).
public record Line(
        String sku, @Nullable String description, int quantity, Money unitPrice, BigDecimal taxRate, Money net) {}

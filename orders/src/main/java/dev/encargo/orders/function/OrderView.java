package dev.encargo.orders.function;

import dev.encargo.contracts.Address;
import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.Line;
import dev.encargo.contracts.Totals;
import dev.encargo.contracts.UndoReason;
import dev.encargo.orders.model.Cancellation;
import dev.encargo.orders.model.Order;
import io.avaje.jsonb.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An order as its owner and operators see it. Amounts are decimal numbers with the currency's digits; the payment
/// method is never shown.
@Json
record OrderView(
        String id,
        String customerId,
        String status,
        long version,
        @Nullable String attention,
        @Nullable String reason,
        @Nullable Asked cancellation,
        String currency,
        List<Item> items,
        Sums totals,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String name,
        @Nullable String email,
        @Nullable String locale,
        @Nullable Address shippingAddress,
        @Nullable String taxId) {

    @Json
    record Item(
            String sku,
            @Nullable String description,
            int quantity,
            BigDecimal unitPrice,
            BigDecimal taxRate,
            BigDecimal net) {

        static Item of(Line line) {
            return new Item(
                    line.sku(),
                    line.description(),
                    line.quantity(),
                    line.unitPrice().amount(),
                    line.taxRate(),
                    line.net().amount());
        }
    }

    @Json
    record Sums(BigDecimal net, BigDecimal tax, BigDecimal gross, List<Share> taxes) {

        static Sums of(Totals totals) {
            return new Sums(
                    totals.net().amount(),
                    totals.tax().amount(),
                    totals.gross().amount(),
                    totals.taxes().stream()
                            .map(share -> new Share(
                                    share.rate(),
                                    share.base().amount(),
                                    share.tax().amount()))
                            .toList());
        }
    }

    @Json
    record Share(BigDecimal rate, BigDecimal base, BigDecimal tax) {}

    @Json
    record Asked(Instant askedAt, String outcome) {

        static Asked of(Cancellation cancellation) {
            return new Asked(cancellation.askedAt(), cancellation.outcome().name());
        }
    }

    static OrderView of(Order order) {
        Confidential contact = order.terms().contact();
        return new OrderView(
                order.id(),
                order.terms().customerId(),
                order.status().name(),
                order.version(),
                order.attention().orElse(null),
                order.reason().map(UndoReason::name).orElse(null),
                order.cancellation().map(Asked::of).orElse(null),
                order.terms().currency(),
                order.terms().lines().stream().map(Item::of).toList(),
                Sums.of(order.terms().totals()),
                order.terms().placedAt(),
                order.updatedAt(),
                contact.name(),
                contact.email(),
                contact.locale(),
                contact.shippingAddress(),
                contact.taxId());
    }
}

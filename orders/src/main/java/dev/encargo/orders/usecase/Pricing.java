package dev.encargo.orders.usecase;

import dev.encargo.contracts.Line;
import dev.encargo.contracts.Money;
import dev.encargo.contracts.Totals;
import dev.encargo.orders.model.Amounts;
import dev.encargo.platform.Settings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Prices a new order exactly, or says what is wrong with its amounts.
final class Pricing {
    private final Settings settings;

    Pricing(Settings settings) {
        this.settings = settings;
    }

    sealed interface Priced {
        record Exact(String currency, List<Line> lines, Totals totals) implements Priced {}

        record Wrong(List<Fault> faults) implements Priced {}
    }

    Priced price(NewOrder order) {
        String currency = Objects.requireNonNullElseGet(order.currency(), () -> settings.get("currency"));
        return Amounts.decimals(currency)
                .map(decimals -> price(order, currency, decimals))
                .orElseGet(() -> wrong("/currency", "is not the ISO 4217 code of a currency in use"));
    }

    private Priced price(NewOrder order, String currency, int decimals) {
        List<Fault> faults = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        BigDecimal rate = new BigDecimal(settings.get("tax-rate"));
        for (int i = 0; i < order.items().size(); i++) {
            NewOrder.Item item = order.items().get(i);
            if (Amounts.isPrice(item.unitPrice(), decimals)) {
                lines.add(line(item, currency, rate));
            } else {
                faults.add(new Fault("/items/" + i + "/unitPrice", price(currency, decimals)));
            }
        }
        return faults.isEmpty() ? total(currency, lines) : new Priced.Wrong(faults);
    }

    private static Line line(NewOrder.Item item, String currency, BigDecimal rate) {
        Money price = Money.of(item.unitPrice(), currency);
        return new Line(
                item.sku(),
                item.description(),
                item.quantity(),
                price,
                Amounts.plainRate(Objects.requireNonNullElse(item.taxRate(), rate)),
                new Money(saturated(price.minor(), item.quantity()), currency));
    }

    private static long saturated(long minor, int quantity) {
        return minor != 0 && Amounts.MAX_MINOR / minor < quantity ? Amounts.MAX_MINOR + 1 : minor * quantity;
    }

    private static Priced total(String currency, List<Line> lines) {
        Totals totals = Totals.of(lines, currency);
        return totals.gross().minor() > Amounts.MAX_MINOR
                ? wrong("/items", "together cost more than can be counted")
                : new Priced.Exact(currency, lines, totals);
    }

    private static Priced wrong(String field, String message) {
        return new Priced.Wrong(List.of(new Fault(field, message)));
    }

    private static String price(String currency, int decimals) {
        return "is not a price in " + currency + ": 0 or more, at most " + decimals + " decimals and 15 digits";
    }
}

package dev.encargo.invoices;

import dev.encargo.contracts.Address;
import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.Line;
import dev.encargo.contracts.Money;
import dev.encargo.contracts.OrderEvent.OrderCreated;
import dev.encargo.contracts.Totals;
import dev.encargo.invoices.model.Bill;
import dev.encargo.invoices.model.Seller;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Orders and bills that tests share.
public final class Samples {
    public static final Address MADRID =
            new Address("Calle de Alcalá 45", "3.º izquierda", "28014", "Madrid", null, "ES");
    public static final Confidential LUCIA =
            new Confidential("Lucía Fernández", "lucia@example.com", "es", MADRID, "12345678Z", "pm_ok");
    public static final Confidential ADA = new Confidential(
            "Ada Lovelace",
            "ada@example.com",
            "en",
            new Address("12 St James's Square", null, "SW1Y 4JH", "London", null, "GB"),
            null,
            "pm_ok");
    public static final Seller SELLER =
            new Seller("Tienda Encargo S.L.", "Calle Mayor 1, 28013 Madrid, Spain", "ESB00000000");
    public static final String ORDER = "ord_01JDEXAMPXE0000000000TY9K2";

    private static final String[] NAMES = {
        "Organic cotton T-shirt, black, M",
        "Stainless steel water bottle, 750 ml",
        "Linen tote bag",
        "Notebook A5, dotted, recycled paper, 120 pages",
        "Merino wool socks, charcoal, two pairs",
        "Camiseta de algodón orgánico, añil, talla M"
    };
    private static final String[] SKUS = {"TEE-BLK-M", "BOT-750", "BAG-LIN", "NOTE-A5-DOT", "SOCK-MER-2", "TEE-ANL-M"};
    private static final long[] PRICES = {2190, 1850, 1290, 795, 1600, 129_900};
    private static final String[] RATES = {"0.21", "0.21", "0.10", "0.04", "0.21", "0.21"};

    private Samples() {}

    public static List<Line> lines(int count, String currency) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int kind = i % NAMES.length;
            Money price = new Money(PRICES[kind], currency);
            int quantity = 1 + i * 7 % 12;
            lines.add(new Line(
                    SKUS[kind], NAMES[kind], quantity, price, new BigDecimal(RATES[kind]), price.times(quantity)));
        }
        return lines;
    }

    public static Line line(String sku, String description, int quantity, long minor, String rate) {
        Money price = new Money(minor, "EUR");
        return new Line(sku, description, quantity, price, new BigDecimal(rate), price.times(quantity));
    }

    public static OrderCreated order(List<Line> lines) {
        String currency = lines.getFirst().net().currency();
        return new OrderCreated("c-1", currency, lines, Totals.of(lines, currency));
    }

    public static Bill bill(List<Line> lines, Confidential buyer) {
        String currency = lines.getFirst().net().currency();
        return new Bill(ORDER, LocalDate.of(2026, 11, 24), "c-1", lines, Totals.of(lines, currency), buyer, SELLER);
    }
}

package dev.encargo.cli.order;

import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;

/// An order in one line: what was bought, at which price, and what is paid for it.
final class Headline {
    private Headline() {}

    /// `  ord_…   TEE-BLK-M   2 × 21.90 net at 21 % → €53.00`; of several lines their number, net and tax.
    static String of(JsonNode order) {
        JsonNode items = order.path("items");
        return "  %s   %s → %s"
                .formatted(
                        order.path("id").asText(),
                        items.size() == 1 ? one(items.get(0), currency(order)) : several(order),
                        total(order));
    }

    private static String one(JsonNode item, String currency) {
        return say(
                "%s   %s × %s net at %s",
                item.path("sku").asText(),
                item.path("quantity").asText(),
                PriceTag.bare(item.path("unitPrice").decimalValue(), currency),
                PriceTag.rate(item.path("taxRate").decimalValue()));
    }

    private static String several(JsonNode order) {
        return say(
                "%d lines   %s net + %s tax",
                order.path("items").size(),
                PriceTag.bare(order.at("/totals/net").decimalValue(), currency(order)),
                PriceTag.bare(order.at("/totals/tax").decimalValue(), currency(order)));
    }

    static String total(JsonNode order) {
        return PriceTag.of(order.at("/totals/gross").decimalValue(), currency(order));
    }

    static String currency(JsonNode order) {
        return order.path("currency").asText();
    }
}

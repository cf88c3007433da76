package dev.encargo.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.encargo.providers.Ledgers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the payment provider and the warehouse have in their books. Amounts are in minor units.
record Books(List<Payment> payments, List<Sku> stock, List<Reservation> reservations) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// `currency` is empty where the provider was never asked to take money.
    record Payment(String key, String orderId, String currency, long captures, long captured, long refunded) {
        long kept() {
            return captured - refunded;
        }
    }

    record Sku(String sku, long initial, long available, long reserved, long sold) {}

    record Reservation(String key, String orderId, String status, Map<String, Long> units) {}

    /// The books in a data folder; empty where there are none.
    static Books in(Path data) throws IOException {
        Path file = data.resolve("providers.db");
        if (!Files.exists(file)) {
            return new Books(List.of(), List.of(), List.of());
        }
        ByteArrayOutputStream payments = new ByteArrayOutputStream();
        Ledgers.writePayments(file, null, payments);
        ByteArrayOutputStream warehouse = new ByteArrayOutputStream();
        Ledgers.writeWarehouse(file, null, warehouse);
        JsonNode goods = JSON.readTree(warehouse.toByteArray());
        return new Books(payments(JSON.readTree(payments.toByteArray())), stock(goods), reservations(goods));
    }

    private static List<Payment> payments(JsonNode ledger) {
        List<Payment> all = new ArrayList<>();
        for (JsonNode row : ledger.path("payments")) {
            all.add(new Payment(
                    row.path("key").asText(),
                    row.path("orderId").asText(),
                    row.path("currency").asText(""),
                    row.path("captures").asLong(),
                    row.path("captured").asLong(),
                    row.path("refunded").asLong()));
        }
        return all;
    }

    private static List<Sku> stock(JsonNode ledger) {
        List<Sku> all = new ArrayList<>();
        for (JsonNode row : ledger.path("stock")) {
            all.add(new Sku(
                    row.path("sku").asText(),
                    row.path("initial").asLong(),
                    row.path("available").asLong(),
                    row.path("reserved").asLong(),
                    row.path("sold").asLong()));
        }
        return all;
    }

    private static List<Reservation> reservations(JsonNode ledger) {
        List<Reservation> all = new ArrayList<>();
        for (JsonNode row : ledger.path("reservations")) {
            Map<String, Long> units = new TreeMap<>();
            row.path("lines")
                    .forEach(line -> units.put(
                            line.path("sku").asText(), line.path("quantity").asLong()));
            all.add(new Reservation(
                    row.path("key").asText(),
                    row.path("orderId").asText(),
                    row.path("status").asText(),
                    units));
        }
        return all;
    }
}

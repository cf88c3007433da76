package dev.encargo.cli.bench;

import java.nio.charset.StandardCharsets;

/// The orders that are placed: each of another customer with an address of its own, of goods in plenty, paid at
/// once.
final class NewOrder {
    private NewOrder() {}

    static byte[] body(int number) {
        return """
                {"customerId":"c-%1$d","email":"c-%1$d@example.com","name":"Ana García","locale":"%2$s",
                "paymentMethod":"pm_ok","items":[{"sku":"TEE-BLK-M","quantity":2,"unitPrice":21.90},
                {"sku":"MUG-%3$d","quantity":1,"unitPrice":%3$d.50}]}""".formatted(number, number % 2 == 0 ? "en" : "es", 1 + number % 40)
                .getBytes(StandardCharsets.UTF_8);
    }
}

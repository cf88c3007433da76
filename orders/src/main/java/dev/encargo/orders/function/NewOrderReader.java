package dev.encargo.orders.function;

import dev.encargo.contracts.Address;
import dev.encargo.contracts.Confidential;
import dev.encargo.orders.model.Amounts;
import dev.encargo.orders.usecase.NewOrder;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the body of `POST /orders`: at most 100 lines, known fields only, every text bounded.
final class NewOrderReader {
    private static final int LINES = 100;
    private static final Set<String> ORDER = Set.of(
            "customerId", "currency", "items", "paymentMethod", "email", "locale", "name", "shippingAddress", "taxId");
    private static final Set<String> ITEM = Set.of("sku", "description", "quantity", "unitPrice", "taxRate");
    private static final Set<String> ADDRESS = Set.of("line1", "line2", "postalCode", "city", "region", "country");

    private NewOrderReader() {}

    /// @throws dev.encargo.platform.function.Problem 400 or 413 when the body is no JSON object or too long, 422
    ///     naming each wrong field
    static NewOrder read(String body) {
        Faults faults = new Faults();
        Fields order = Fields.of(Bodies.json(body), "", faults, ORDER);
        NewOrder read = new NewOrder(
                order.required("customerId", 64, Texts::visibleAscii, "must be visible ASCII without space"),
                order.matching("currency", 3, Texts::capitals, "is not an ISO 4217 code"),
                order.objects("items", LINES, ITEM).stream()
                        .map(NewOrderReader::item)
                        .toList(),
                confidential(order));
        faults.throwIfAny();
        return read;
    }

    private static NewOrder.Item item(Fields item) {
        return new NewOrder.Item(
                item.required("sku", 64),
                item.optional("description", 200),
                item.wholeNumber("quantity", 1, 1_000_000),
                item.decimal("unitPrice"),
                item.number("taxRate", Amounts::isRate, "must be from 0 to 1 with at most 6 decimals"));
    }

    private static Confidential confidential(Fields order) {
        return new Confidential(
                order.optional("name", 120),
                order.matching("email", 254, Texts::email, "is not an e-mail address"),
                order.matching("locale", 2, Texts::locale, "must be en or es"),
                address(order.object("shippingAddress", ADDRESS)),
                order.optional("taxId", 32),
                order.matching("paymentMethod", 128, Texts::visibleAscii, "must be visible ASCII without space"));
    }

    private static @Nullable Address address(@Nullable Fields address) {
        return address == null
                ? null
                : new Address(
                        address.required("line1", 120),
                        address.optional("line2", 120),
                        address.required("postalCode", 16),
                        address.required("city", 80),
                        address.optional("region", 80),
                        address.required("country", 2, Texts::country, "is not an ISO 3166-1 alpha-2 code"));
    }
}

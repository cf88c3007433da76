package dev.encargo.orders.usecase;

import dev.encargo.contracts.Address;
import dev.encargo.contracts.Confidential;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The hash of a parsed request: equal for requests that mean the same, however they are written.
final class RequestHash {
    private final StringBuilder text = new StringBuilder(256);

    private RequestHash() {}

    static String of(NewOrder order) {
        RequestHash hash = new RequestHash();
        hash.add(order.customerId()).add(order.currency());
        order.items().forEach(hash::add);
        return hash.add(order.confidential()).hex();
    }

    private void add(NewOrder.Item item) {
        add(item.sku()).add(item.description()).add(Integer.toString(item.quantity()));
        add(item.unitPrice()).add(item.taxRate());
    }

    private RequestHash add(Confidential person) {
        add(person.name())
                .add(person.email())
                .add(person.locale())
                .add(person.taxId())
                .add(person.paymentMethod());
        @Nullable Address address = person.shippingAddress();
        return address == null ? add("") : add(address);
    }

    private RequestHash add(Address address) {
        add(address.line1()).add(address.line2()).add(address.postalCode()).add(address.city());
        return add(address.region()).add(address.country());
    }

    private RequestHash add(@Nullable BigDecimal number) {
        return add(number == null ? null : number.stripTrailingZeros().toString());
    }

    private RequestHash add(@Nullable String value) {
        if (value == null) {
            text.append('-');
        } else {
            text.append(value.length()).append(':').append(value);
        }
        return this;
    }

    private String hex() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this runtime has no SHA-256", missing);
        }
    }
}

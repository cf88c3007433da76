package dev.encargo.inventory.model;

import dev.encargo.contracts.Money;
import org.jspecify.annotations.Nullable;

/// What the earlier steps of an undo gave back: money, if any was held, and the number of the credit note, if there
/// was an invoice.
public record GivenBack(@Nullable Money refunded, @Nullable String creditNote) {
    public static final GivenBack NOTHING = new GivenBack(null, null);
}

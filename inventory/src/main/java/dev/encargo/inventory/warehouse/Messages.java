package dev.encargo.inventory.warehouse;

import dev.encargo.contracts.Address;
import dev.encargo.inventory.model.Unit;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The warehouse's JSON.
final class Messages {

    private Messages() {}

    @Json
    record ReservationCall(String key, String orderId, List<Unit> lines) {}

    @Json
    record ShipmentCall(
            String key, String orderId, @Nullable Parcel address) {}

    @Json
    record Parcel(@Nullable String name, @Nullable Address postal) {}

    /// `status` is the key's: reserved, refused, released, sold; requested, dispatched, delivered, canceled.
    @Json
    record KeyState(
            @Nullable String status,
            @Nullable String reference,
            @Nullable String reason,
            @Nullable String sku,
            @Nullable String code) {}
}

package dev.encargo.inventory.warehouse;

import dev.encargo.inventory.model.Recipient;
import dev.encargo.inventory.model.ReservationAnswer;
import dev.encargo.inventory.model.ShipmentAnswer;
import dev.encargo.inventory.model.Unit;
import dev.encargo.inventory.warehouse.Messages.KeyState;
import dev.encargo.inventory.warehouse.Messages.Parcel;
import dev.encargo.inventory.warehouse.Messages.ReservationCall;
import dev.encargo.inventory.warehouse.Messages.ShipmentCall;
import dev.encargo.platform.Settings;
import dev.encargo.platform.json.Jsons;
import dev.encargo.platform.outside.NotUnderstood;
import dev.encargo.platform.outside.OutsideParty;
import dev.encargo.platform.outside.Reply;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Asks the warehouse, by keys that never change: `{orderId}/reserve` and `{orderId}/ship`. Every call may be made
/// again.
///
/// Throws [dev.encargo.platform.Unavailable] when the warehouse does not answer in time or answers 5xx, and
/// [NotUnderstood] when it answers
/// what its contract does not say.
public final class Warehouse {
    private final OutsideParty party;

    public Warehouse(Settings settings) {
        this.party = new OutsideParty("warehouse", "warehouse-url", settings);
    }

    /// Asks for goods. A barred key is answered [ReservationAnswer.Released].
    public ReservationAnswer reserve(String orderId, List<Unit> units) {
        String key = orderId + "/reserve";
        Reply reply = party.post("/reservations", key, Jsons.write(new ReservationCall(key, orderId, units)));
        return reply.status() == 409 ? barred(reply) : reservation(reply);
    }

    /// Bars the key unless it is decided; says what was decided. One call, since between two the reservation could
    /// be made, and be reported.
    public ReservationAnswer cancelReservation(String orderId) {
        String path = "/reservations/" + OutsideParty.segment(orderId + "/reserve") + "/cancel";
        return reservation(party.post(path, orderId + "/reserve/cancel", "{}"));
    }

    /// Gives the goods back and bars the key.
    public ReservationAnswer release(String orderId) {
        String path = "/reservations/" + OutsideParty.segment(orderId + "/reserve") + "/release";
        return reservation(party.post(path, orderId + "/release", "{}"));
    }

    /// Says that the goods were handed over by somebody else: they are no longer held.
    public ReservationAnswer collect(String orderId) {
        String path = "/reservations/" + OutsideParty.segment(orderId + "/reserve") + "/collect";
        return reservation(party.post(path, orderId + "/collect", "{}"));
    }

    /// Asks for the parcel to be sent. A barred key is answered [ShipmentAnswer.Canceled].
    public ShipmentAnswer ship(String orderId, @Nullable Recipient recipient) {
        String key = orderId + "/ship";
        @Nullable Parcel parcel = recipient == null ? null : new Parcel(recipient.name(), recipient.address());
        Reply reply = party.post("/shipments", key, Jsons.write(new ShipmentCall(key, orderId, parcel)));
        if (reply.status() == 409) {
            barred(reply);
            return new ShipmentAnswer.Canceled();
        }
        return shipment(reply);
    }

    /// Stops the parcel and bars the key, unless it has left.
    public ShipmentAnswer cancelShipment(String orderId) {
        String path = "/shipments/" + OutsideParty.segment(orderId + "/ship") + "/cancel";
        return shipment(party.post(path, orderId + "/ship/cancel", "{}"));
    }

    public ShipmentAnswer readShipment(String orderId) {
        Reply reply = party.get("/shipments/" + OutsideParty.segment(orderId + "/ship"));
        return reply.status() == 404 ? new ShipmentAnswer.Unknown() : shipment(reply);
    }

    private static ReservationAnswer barred(Reply reply) {
        if (!Objects.equals(reply.read(KeyState.class).code(), "key-barred")) {
            throw new NotUnderstood(reply, "the key was refused");
        }
        return new ReservationAnswer.Released(null);
    }

    private static ReservationAnswer reservation(Reply reply) {
        KeyState state = reply.as(KeyState.class);
        return switch (String.valueOf(state.status())) {
            case "pending", "requested" -> new ReservationAnswer.Pending();
            case "reserved" -> new ReservationAnswer.Reserved(reference(reply, state));
            case "refused" ->
                new ReservationAnswer.Refused(
                        Objects.requireNonNullElse(state.reason(), "out_of_stock"),
                        state.sku() == null ? List.of() : List.of(state.sku()));
            case "released", "canceled" -> new ReservationAnswer.Released(state.reference());
            case "sold" -> new ReservationAnswer.Sold();
            default -> throw new NotUnderstood(reply, "no such status of a reservation");
        };
    }

    private static ShipmentAnswer shipment(Reply reply) {
        KeyState state = reply.as(KeyState.class);
        return switch (String.valueOf(state.status())) {
            case "requested" -> new ShipmentAnswer.Requested();
            case "dispatched" -> new ShipmentAnswer.Dispatched(reference(reply, state));
            case "delivered" -> new ShipmentAnswer.Delivered(reference(reply, state));
            case "canceled" -> new ShipmentAnswer.Canceled();
            default -> throw new NotUnderstood(reply, "no such status of a shipment");
        };
    }

    private static String reference(Reply reply, KeyState state) {
        if (state.reference() == null) {
            throw new NotUnderstood(reply, "the reference is missing");
        }
        return state.reference();
    }
}

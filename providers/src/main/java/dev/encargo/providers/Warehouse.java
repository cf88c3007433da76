package dev.encargo.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// The stand-in for the warehouse.
///
/// `POST /reservations {key, orderId, lines: [{sku, quantity}]}` and `POST /shipments {key, orderId, address}` are
/// answered 202 `{key, reference, status}`. `POST /reservations/{key}/cancel`, `/release`, `/collect` and
/// `/shipments/{key}/cancel` answer 200 with the key's final state and bar it; `/collect` says that the goods were
/// handed over by somebody else. It dispatches and delivers only when told: `/shipments/{key}/dispatch`, `/deliver`.
/// `GET /reservations/{key}`, `GET /shipments/{key}`; `GET
/// /ledger[?orderId=]` says everything.
public final class Warehouse {
    private final Books books;
    private final StockRoom room;
    private final DispatchDesk desk;
    private final Courier courier;
    private final Door door;

    Warehouse(int port, Path file, Books books, StockRoom room, DispatchDesk desk, Courier courier, Faults faults)
            throws java.io.IOException {
        this.books = books;
        this.room = room;
        this.desk = desk;
        this.courier = courier;
        List<Route> routes = List.of(
                new Route("POST /reservations", Operation.RESERVE, this::reserve),
                new Route("POST /reservations/*/cancel", Operation.CANCEL_RESERVATION, this::cancelReservation),
                new Route("POST /reservations/*/release", Operation.RELEASE, this::release),
                new Route("POST /reservations/*/collect", Operation.COLLECT, this::collect),
                new Route("GET /reservations/*", Operation.READ_RESERVATION, this::readReservation),
                new Route("POST /shipments", Operation.REQUEST_SHIPMENT, this::ship),
                new Route("POST /shipments/*/cancel", Operation.CANCEL_SHIPMENT, this::cancelShipment),
                new Route("POST /shipments/*/dispatch", Operation.DISPATCH, this::dispatch),
                new Route("POST /shipments/*/deliver", Operation.DELIVER, this::deliver),
                new Route("GET /shipments/*", Operation.READ_SHIPMENT, this::readShipment),
                new Route(
                        "GET /ledger",
                        Operation.READ_LEDGER,
                        call -> new Reply.Streamed(out -> Ledgers.writeWarehouse(file, call.orderId(), out))));
        this.door = new Door(port, routes, faults);
    }

    public int port() {
        return door.port();
    }

    /// Where it listens: `http://127.0.0.1:<port>`.
    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /// Tells where notices go; until then they wait. May be told again: the newest counts.
    public void deliverNoticesTo(Webhook webhook) {
        courier.deliverTo(webhook);
    }

    private Reply reserve(Call call) {
        String key = Fields.text(call.body(), "key");
        String orderId = Fields.text(call.body(), "orderId");
        SortedMap<String, Long> units = Fields.units(call.body().path("lines"));
        return books.perform((sql, now) -> {
            Reservation known = StockRoom.find(sql, key);
            if (known == null) {
                return receipt(key, room.reserve(sql, key, orderId, units, now).reference(), "pending");
            }
            boolean same = known.orderId().equals(orderId) && known.lines().equals(StockRoom.canonical(units));
            return known(key, known.reference(), known.status(), same);
        });
    }

    private Reply ship(Call call) {
        String key = Fields.text(call.body(), "key");
        String orderId = Fields.text(call.body(), "orderId");
        JsonNode address = call.body().path("address");
        String written = address.isMissingNode() ? "null" : Json.text(address);
        return books.perform((sql, now) -> {
            Shipment known = DispatchDesk.find(sql, key);
            if (known == null) {
                return receipt(key, desk.accept(sql, key, orderId, written, now).reference(), "requested");
            }
            boolean same = known.orderId().equals(orderId) && written.equals(known.address());
            return known(key, known.reference(), known.status(), same);
        });
    }

    private static Reply known(String key, @Nullable String reference, String status, boolean same) {
        if (reference == null) {
            return Reply.problem(409, "key-barred", "the key was barred before it was used");
        }
        return same
                ? receipt(key, reference, status)
                : Reply.problem(409, "different-request", "the key was used for another request");
    }

    private static Reply receipt(String key, @Nullable String reference, String status) {
        ObjectNode json = Json.object();
        return Reply.accepted(json.put("key", key).put("reference", reference).put("status", status));
    }

    private Reply cancelReservation(Call call) {
        return books.perform((sql, now) -> Reply.ok(
                room.cancel(sql, call.key(), call.idempotencyKey(), now).json()));
    }

    private Reply release(Call call) {
        return books.perform((sql, now) -> Reply.ok(
                room.release(sql, call.key(), call.idempotencyKey(), now).json()));
    }

    private Reply cancelShipment(Call call) {
        return books.perform(
                (sql, now) -> Reply.ok(desk.cancel(sql, call.key(), now).json()));
    }

    private Reply dispatch(Call call) {
        return books.perform((sql, now) -> dispatch(sql, call.key(), now));
    }

    private Reply dispatch(Sql sql, String key, Instant now) throws SQLException {
        Shipment shipment = DispatchDesk.find(sql, key);
        if (shipment == null) {
            return Reply.problem(409, "unknown-key", "no shipment was asked for under " + key);
        }
        if (shipment.left()) {
            return Reply.ok(shipment.json());
        }
        if (shipment.status().equals("canceled")) {
            return Reply.problem(409, "canceled", "the shipment was canceled");
        }
        if (!room.sell(sql, shipment.orderId(), now)) {
            return Reply.problem(409, "nothing-reserved", "the order has no goods reserved");
        }
        return Reply.ok(desk.dispatch(sql, shipment, now).json());
    }

    private Reply deliver(Call call) {
        return books.perform((sql, now) -> {
            Shipment shipment = DispatchDesk.find(sql, call.key());
            if (shipment == null || !shipment.left()) {
                return Reply.problem(409, "not-dispatched", "only what was dispatched is delivered");
            }
            return shipment.status().equals("delivered")
                    ? Reply.ok(shipment.json())
                    : Reply.ok(desk.deliver(sql, shipment, now).json());
        });
    }

    private Reply collect(Call call) {
        return books.perform((sql, now) -> Reply.ok(
                room.collect(sql, call.key(), call.idempotencyKey(), now).json()));
    }

    private Reply readReservation(Call call) {
        return books.perform((sql, _) -> {
            Reservation known = StockRoom.find(sql, call.key());
            return known == null
                    ? Reply.problem(404, "unknown-key", "no reservation under " + call.key())
                    : Reply.ok(known.json());
        });
    }

    private Reply readShipment(Call call) {
        return books.perform((sql, _) -> {
            Shipment known = DispatchDesk.find(sql, call.key());
            return known == null
                    ? Reply.problem(404, "unknown-key", "no shipment under " + call.key())
                    : Reply.ok(known.json());
        });
    }

    Courier courier() {
        return courier;
    }

    void open() {
        door.open();
    }

    void close() {
        door.close();
    }
}

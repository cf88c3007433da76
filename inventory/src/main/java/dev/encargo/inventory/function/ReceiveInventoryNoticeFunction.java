package dev.encargo.inventory.function;

import dev.encargo.inventory.model.ReservationAnswer;
import dev.encargo.inventory.model.ShipmentAnswer;
import dev.encargo.inventory.store.Stocks;
import dev.encargo.inventory.usecase.ReceiveInventoryNotice;
import dev.encargo.inventory.usecase.ReceiveInventoryNotice.Outcome;
import dev.encargo.inventory.usecase.ReceiveInventoryNotice.Report;
import dev.encargo.inventory.warehouse.Warehouse;
import dev.encargo.platform.Platform;
import dev.encargo.platform.webhook.Notice;
import dev.encargo.platform.webhook.WebhookFunction;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// `POST /webhooks/inventory`: the warehouse's signed notices.
public final class ReceiveInventoryNoticeFunction extends WebhookFunction {
    private final ReceiveInventoryNotice useCase;

    public ReceiveInventoryNoticeFunction() {
        this(Platform.current());
    }

    ReceiveInventoryNoticeFunction(Platform platform) {
        super(platform, "inventory");
        this.useCase =
                new ReceiveInventoryNotice(new Stocks(platform), new Warehouse(platform.settings()), platform.clock());
    }

    @Override
    protected boolean receive(String orderId, Notice notice, String raw) {
        Optional<Report> report = report(notice);
        if (report.isEmpty()) {
            return false;
        }
        Outcome outcome = useCase.receive(orderId, report.get(), raw);
        telemetry.count("notices", 1, Map.of("party", "inventory", "outcome", outcome.name()));
        return outcome != Outcome.UNMATCHED;
    }

    private static Optional<Report> report(Notice notice) {
        String reference = Objects.requireNonNullElse(notice.reference(), "");
        return Optional.ofNullable(
                switch (String.valueOf(notice.type())) {
                    case "stock.reserved" -> new Report.OfReservation(new ReservationAnswer.Reserved(reference));
                    case "stock.refused" -> new Report.OfReservation(refused(notice));
                    case "stock.released" -> new Report.OfReservation(new ReservationAnswer.Released(reference));
                    case "shipment.dispatched" -> new Report.OfShipment(new ShipmentAnswer.Dispatched(reference));
                    case "shipment.delivered" -> new Report.OfShipment(new ShipmentAnswer.Delivered(reference));
                    default -> null;
                });
    }

    private static ReservationAnswer refused(Notice notice) {
        return new ReservationAnswer.Refused(
                Objects.requireNonNullElse(notice.reason(), "out_of_stock"),
                notice.sku() == null ? List.of() : List.of(notice.sku()));
    }
}

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
        return switch (String.valueOf(notice.type())) {
            case "stock.reserved" -> ofReservation(notice, new ReservationAnswer.Reserved(reference));
            case "stock.refused" -> ofReservation(notice, refused(notice));
            case "stock.released" -> ofReservation(notice, new ReservationAnswer.Released(reference));
            case "shipment.dispatched" -> ofShipment(notice, new ShipmentAnswer.Dispatched(reference));
            case "shipment.delivered" -> ofShipment(notice, new ShipmentAnswer.Delivered(reference));
            default -> Optional.empty();
        };
    }

    private static Optional<Report> ofReservation(Notice notice, ReservationAnswer answer) {
        return notice.isAbout("reserve") ? Optional.of(new Report.OfReservation(answer)) : Optional.empty();
    }

    private static Optional<Report> ofShipment(Notice notice, ShipmentAnswer answer) {
        return notice.isAbout("ship") ? Optional.of(new Report.OfShipment(answer)) : Optional.empty();
    }

    private static ReservationAnswer refused(Notice notice) {
        return new ReservationAnswer.Refused(
                Objects.requireNonNullElse(notice.reason(), "out_of_stock"),
                notice.sku() == null ? List.of() : List.of(notice.sku()));
    }
}

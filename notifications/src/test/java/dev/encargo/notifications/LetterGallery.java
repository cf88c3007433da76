package dev.encargo.notifications;

import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.Event;
import dev.encargo.contracts.InvoiceEvent.InvoiceIssued;
import dev.encargo.contracts.Line;
import dev.encargo.contracts.Money;
import dev.encargo.contracts.OrderEvent.OrderStatusChanged;
import dev.encargo.contracts.PaymentEvent.PaymentRefunded;
import dev.encargo.contracts.Totals;
import dev.encargo.platform.event.CloudEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes one letter of each kind into a folder, to be looked at: `LetterGallery FOLDER`.
final class LetterGallery {
    private static final List<Line> LINES = List.of(
            line("TEE-BLK-M", "Organic cotton T-shirt, black, M", 2, 2190, "0.21"),
            line("NOTE-A5-DOT", "Notebook A5, dotted, recycled paper, 120 pages", 10, 795, "0.04"));
    private static final Totals TOTALS = Totals.of(LINES, "EUR");

    private LetterGallery() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Sender sender = new Sender("Tienda Encargo S.L.", "https://api.encargo.example");
        for (String language : List.of("en", "es")) {
            for (Map.Entry<String, Event> event : events().entrySet()) {
                Letter letter =
                        Letter.about(delivered(event.getValue(), language)).orElseThrow();
                Files.writeString(
                        folder.resolve(event.getKey() + "-" + language + ".html"), HtmlLetter.of(letter, sender));
                Files.writeString(
                        folder.resolve(event.getKey() + "-" + language + ".txt"), TextLetter.of(letter, sender));
            }
        }
    }

    private static Map<String, Event> events() {
        Map<String, Event> all = new LinkedHashMap<>();
        all.put("paid", new InvoiceIssued("F-2026-000042", LocalDate.of(2026, 11, 24), "c-1", LINES, TOTALS, "f", "s"));
        all.put("shipped", moved("PAID", "SHIPPED", null));
        all.put("rejected", moved("PENDING", "REJECTED", "OutOfStock"));
        all.put(
                "canceled",
                new OrderStatusChanged(
                        "PAID", "CANCELED", 4, "Canceled", TOTALS.gross(), "R-2026-000007", "c-1", LINES, TOTALS));
        all.put("canceled-early", moved("PENDING", "CANCELED", "Canceled"));
        all.put("refunded", new PaymentRefunded(TOTALS.gross(), "re_1", true));
        return all;
    }

    private static OrderStatusChanged moved(String from, String to, String reason) {
        return new OrderStatusChanged(from, to, 4, reason, null, null, "c-1", LINES, TOTALS);
    }

    private static Line line(String sku, String description, int quantity, long minor, String rate) {
        Money price = new Money(minor, "EUR");
        return new Line(sku, description, quantity, price, new BigDecimal(rate), price.times(quantity));
    }

    private static CloudEvent delivered(Event event, String language) {
        Confidential customer = new Confidential("Lucía", "lucia@example.com", language, null, null, null);
        return new CloudEvent(
                "evt_1",
                event.source(),
                event.type(),
                Instant.EPOCH,
                "ord_01JDEXAMPLE0000000000UY9K2",
                1,
                "00-a-b-01",
                event,
                customer);
    }
}

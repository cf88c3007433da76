package peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/// Takes an order as our PlaceOrder does: adds it up, one conditional write, one event.
@RestController
public class OrdersController {
    private final DynamoDbClient tables;
    private final EventBridgeClient events;
    private final ObjectMapper json;

    public OrdersController(DynamoDbClient tables, EventBridgeClient events, ObjectMapper json) {
        this.tables = tables;
        this.events = events;
        this.json = json;
    }

    public record Item(String sku, String description, int quantity, BigDecimal unitPrice, BigDecimal taxRate) {}

    public record NewOrder(String customerId, String email, String name, String locale, String paymentMethod, Map<String, String> address, List<Item> items) {}

    public record Order(String id, String status, BigDecimal total, NewOrder order) {}

    @PostMapping("/orders")
    @ResponseStatus(HttpStatus.CREATED)
    public Order place(@RequestHeader("Idempotency-Key") String key, @RequestBody NewOrder order) throws JsonProcessingException {
        BigDecimal total = BigDecimal.ZERO;
        for (Item item : order.items()) {
            BigDecimal rate = item.taxRate() == null ? new BigDecimal("0.21") : item.taxRate();
            total = total.add(item.unitPrice().multiply(BigDecimal.valueOf(item.quantity())).multiply(BigDecimal.ONE.add(rate)));
        }
        Order placed = new Order("ord_" + UUID.nameUUIDFromBytes(key.getBytes()), "PENDING", total.setScale(2, RoundingMode.HALF_UP), order);
        String text = json.writeValueAsString(placed);
        tables.putItem(request -> request.tableName(System.getenv("TABLE_NAME"))
                .item(Map.of("pk", AttributeValue.fromS("orders#" + placed.id()), "sk", AttributeValue.fromS("document"), "body", AttributeValue.fromS(text)))
                .conditionExpression("attribute_not_exists(pk)"));
        events.putEvents(request -> request.entries(PutEventsRequestEntry.builder()
                .eventBusName(System.getenv().getOrDefault("BUS_NAME", "encargo"))
                .source("encargo.orders")
                .detailType("OrderCreated")
                .detail(text)
                .build()));
        return placed;
    }
}

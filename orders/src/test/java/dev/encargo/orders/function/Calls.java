package dev.encargo.orders.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.contracts.Event;
import dev.encargo.contracts.InventoryEvent;
import dev.encargo.contracts.Money;
import dev.encargo.contracts.PaymentEvent;
import dev.encargo.platform.event.Events;
import dev.encargo.platform.testing.MemoryPlatform;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Calls the functions as their hosts do: bytes in, bytes out.
final class Calls {
    static final ObjectMapper JSON =
            new ObjectMapper().enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    static final String ORDINARY =
            "{\"customerId\":\"c-1\",\"items\":[{\"sku\":\"TEE-BLK-M\",\"quantity\":2,\"unitPrice\":21.90}]}";
    static final String OPERATOR = "{\"sub\":\"olga\",\"cognito:groups\":\"operators\"}";

    record Answer(int status, Map<String, String> headers, String body) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    record Call(
            String method,
            String resource,
            String id,
            Map<String, String> headers,
            Map<String, String> query,
            String body,
            String claims) {
        Call(String method, String resource, String id) {
            this(method, resource, id, Map.of(), Map.of(), null, OPERATOR);
        }

        Call header(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Call(method, resource, id, more, query, body, claims);
        }

        Call query(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(query);
            more.put(name, value);
            return new Call(method, resource, id, headers, more, body, claims);
        }

        Call body(String text) {
            return new Call(method, resource, id, headers, query, text, claims);
        }

        Call as(String sub, String customer) {
            return new Call(
                    method,
                    resource,
                    id,
                    headers,
                    query,
                    body,
                    "{\"sub\":\"" + sub + "\",\"custom:customerId\":\"" + customer + "\"}");
        }
    }

    private final MemoryPlatform platform;
    private int messages;

    Calls(MemoryPlatform platform) {
        this.platform = platform;
    }

    Answer place(String body) {
        return call(new PlaceOrderFunction(platform), new Call("POST", "/orders", null).body(body));
    }

    Answer read(String id) {
        return call(new ReadOrderFunction(platform), new Call("GET", "/orders/{id}", id));
    }

    Answer call(RequestStreamHandler function, Call call) {
        ObjectNode event = JSON.createObjectNode();
        event.put("resource", call.resource);
        event.put("path", call.id == null ? call.resource : call.resource.replace("{id}", call.id));
        event.put("httpMethod", call.method);
        event.set("headers", JSON.valueToTree(call.headers));
        event.set("queryStringParameters", call.query.isEmpty() ? JSON.nullNode() : JSON.valueToTree(call.query));
        event.set("pathParameters", call.id == null ? JSON.nullNode() : JSON.valueToTree(Map.of("id", call.id)));
        if (call.claims != null) {
            event.putObject("requestContext").putObject("authorizer").set("claims", tree(call.claims));
        }
        event.put("body", call.body);
        JsonNode answer = tree(invoke(function, event.toString()));
        Map<String, String> headers = new LinkedHashMap<>();
        answer.path("headers")
                .properties()
                .forEach(h -> headers.put(h.getKey(), h.getValue().asText()));
        Answer given = new Answer(
                answer.path("statusCode").asInt(), headers, answer.path("body").asText());
        assertThat(Specification.API.wrong(call.method, call.resource, given))
                .as("%s %s %s", call.method, call.resource, given)
                .isEmpty();
        return given;
    }

    Answer patch(String id, String status) {
        return patch(patching(id, status));
    }

    Answer patch(Call call) {
        return call(new ChangeOrderStatusFunction(platform), call);
    }

    static Call patching(String id, String status) {
        return new Call("PATCH", "/orders/{id}", id).body("{\"status\":\"" + status + "\"}");
    }

    Answer cancel(String id) {
        return cancel(new Call("POST", "/orders/{id}/cancel", id));
    }

    Answer cancel(Call call) {
        return call(new CancelOrderFunction(platform), call);
    }

    Answer timeline(String id) {
        return call(new ReadTimelineFunction(platform), new Call("GET", "/orders/{id}/timeline", id));
    }

    Answer list(Call call) {
        return call(new ListOrdersFunction(platform), call);
    }

    static Call listing() {
        return new Call("GET", "/orders", null);
    }

    static Call placing(String body) {
        return new Call("POST", "/orders", null).body(body);
    }

    Answer place(Call call) {
        return call(new PlaceOrderFunction(platform), call);
    }

    /// Places an ordinary order and gives its id.
    String placed() {
        return place(ORDINARY).json().path("id").asText();
    }

    /// Places an order and lets it be reserved and paid.
    String paid() {
        String id = placed();
        assertThat(learn(reserved(id), captured(id))).isEmpty();
        return id;
    }

    /// Delivers queue messages and gives the ids of those that failed.
    List<String> deliver(RequestStreamHandler function, List<String> bodies) {
        ObjectNode event = JSON.createObjectNode();
        var records = event.putArray("Records");
        for (String body : bodies) {
            records.addObject().put("messageId", "m-" + ++messages).put("body", body);
        }
        List<String> failed = new ArrayList<>();
        tree(invoke(function, event.toString()))
                .path("batchItemFailures")
                .forEach(item -> failed.add(item.path("itemIdentifier").asText()));
        return failed;
    }

    List<String> learn(String... bodies) {
        return deliver(new UpdateOrderStatusFunction(platform), List.of(bodies));
    }

    String reserved(String id) {
        return event(id, new InventoryEvent.StockReserved("res-1"));
    }

    String captured(String id) {
        return event(id, new PaymentEvent.PaymentCaptured(new Money(5300, "EUR"), "pay-1"));
    }

    String event(String id, Event event) {
        return event(id, "evt_" + event.type(), event);
    }

    String event(String id, String eventId, Event event) {
        String detail = Events.message(eventId, event, platform.clock.instant(), id, 1, "00-0-0-01", null)
                .detail();
        ObjectNode envelope = JSON.createObjectNode();
        envelope.put("version", "0")
                .put("id", eventId)
                .put("detail-type", event.type())
                .put("source", event.source());
        envelope.set("detail", tree(detail));
        return envelope.toString();
    }

    static String invoke(RequestStreamHandler function, String input) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            function.handleRequest(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, null);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.encargo.deployment.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.deployment.emulator.EmulatedStack;
import dev.encargo.providers.Signature;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// An event that was answered before, made one that is answered again: another order's where it places one, signed
/// now where it is a notice.
final class FreshEvent {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WEBHOOKS = "/webhooks/";

    private final EmulatedStack made;

    FreshEvent(EmulatedStack made) {
        this.made = made;
    }

    String of(String event) {
        return event.contains(WEBHOOKS)
                ? signed(event)
                : event.replace(Lessons.FIRST_KEY, UUID.randomUUID().toString());
    }

    private String signed(String event) {
        try {
            JsonNode call = JSON.readTree(event);
            String party = call.path("path").asText().endsWith("payments") ? "payment" : "inventory";
            String signature = Signature.of(
                    call.path("body").asText(), Instant.now(), List.of(made.secretValue(party + "-webhook")));
            for (JsonNode headers : List.of(call.path("headers"), call.path("multiValueHeaders"))) {
                sign(headers, signature);
            }
            return JSON.writeValueAsString(call);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("no event of the API: " + event, malformed);
        }
    }

    private static void sign(JsonNode headers, String signature) {
        if (headers instanceof ObjectNode fields) {
            fields.properties().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(Signature.HEADER))
                    .forEach(header -> header.setValue(
                            header.getValue().isArray()
                                    ? JSON.createArrayNode().add(signature)
                                    : fields.textNode(signature)));
        }
    }
}

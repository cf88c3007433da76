package dev.encargo.local.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Message attributes as a JSON object of strings.
public final class Attributes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Attributes() {}

    public static String of(Map<String, String> values) {
        ObjectNode node = JSON.createObjectNode();
        values.forEach(node::put);
        return node.toString();
    }

    public static Map<String, String> read(@Nullable String attributes) {
        if (attributes == null) {
            return Map.of();
        }
        try {
            return JSON.readValue(
                    attributes, JSON.getTypeFactory().constructMapType(Map.class, String.class, String.class));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("message attributes are damaged: " + attributes, damaged);
        }
    }

    /// The same with the queue that the message died in, as SQS names it.
    static String from(@Nullable String attributes, String deadLetterSource) {
        Map<String, String> all = new java.util.TreeMap<>(read(attributes));
        all.put("DeadLetterQueueSourceArn", deadLetterSource);
        return of(all);
    }
}

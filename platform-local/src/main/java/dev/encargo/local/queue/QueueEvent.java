package dev.encargo.local.queue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.encargo.local.template.model.QueueResource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The event in which Lambda passes a batch to a function, and the answer that names what failed.
final class QueueEvent {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ObjectMapper JSON = new ObjectMapper();

    /// What one synchronous call of a function carries, in bytes.
    static final long LIMIT = 6 * 1024 * 1024;

    private static final int FRAME = 700;

    private QueueEvent() {}

    /// An upper bound of what a message takes up in the event, in bytes.
    static long bytes(Message message) {
        String attributes = message.attributes();
        return FRAME + escaped(message.body()) + (attributes == null ? 0 : 4 * escaped(attributes));
    }

    private static long escaped(String text) {
        long bytes = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c < ' ') {
                bytes += 6;
            } else if (c >= 0x80) {
                bytes += 3;
            } else {
                bytes += c == '"' || c == '\\' ? 2 : 1;
            }
        }
        return bytes;
    }

    static byte[] of(QueueResource queue, List<Message> batch) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("Records");
            for (Message message : batch) {
                record(json, queue, message);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void record(JsonGenerator json, QueueResource queue, Message message) throws IOException {
        json.writeStartObject();
        json.writeStringField("messageId", message.messageId());
        json.writeStringField("receiptHandle", message.messageId() + "#" + message.receives());
        json.writeStringField("body", message.body());
        json.writeObjectFieldStart("attributes");
        json.writeStringField("ApproximateReceiveCount", Integer.toString(message.receives()));
        json.writeStringField("SentTimestamp", Long.toString(message.sent().toEpochMilli()));
        json.writeEndObject();
        json.writeObjectFieldStart("messageAttributes");
        for (Map.Entry<String, String> attribute :
                Attributes.read(message.attributes()).entrySet()) {
            json.writeObjectFieldStart(attribute.getKey());
            json.writeStringField("stringValue", attribute.getValue());
            json.writeStringField("dataType", "String");
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeStringField("eventSource", "aws:sqs");
        json.writeStringField("eventSourceARN", queue.arn());
        json.writeEndObject();
    }

    /// The ids that failed. An answer that is malformed or names an unknown message fails the whole batch, as
    /// Lambda treats it.
    static List<String> failures(byte[] answer, List<Message> batch) {
        List<String> all = batch.stream().map(Message::messageId).toList();
        try {
            JsonNode node = JSON.readTree(answer);
            if (node == null || node.isNull() || node.isMissingNode()) {
                return List.of();
            }
            JsonNode failures = node.get("batchItemFailures");
            if (failures == null || failures.isNull()) {
                return List.of();
            }
            return known(failures, all);
        } catch (IOException malformed) {
            return all;
        }
    }

    private static List<String> known(JsonNode failures, List<String> all) {
        Set<String> ids = all.stream().collect(Collectors.toSet());
        List<String> failed = new ArrayList<>();
        for (JsonNode failure : failures) {
            JsonNode id = failure.get("itemIdentifier");
            if (id == null || !id.isTextual() || !ids.contains(id.textValue())) {
                return all;
            }
            failed.add(id.textValue());
        }
        return failures.isArray() ? failed : all;
    }
}

package dev.encargo.deployment.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// The event in which Lambda gives a function messages of a queue, and the answer that names those that failed.
final class Batch {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Batch() {}

    static byte[] event(List<Message> messages, String queueArn) {
        ObjectNode event = JSON.createObjectNode();
        ArrayNode records = event.putArray("Records");
        for (Message message : messages) {
            ObjectNode record = records.addObject();
            record.put("messageId", message.messageId());
            record.put("receiptHandle", message.receiptHandle());
            record.put("body", message.body());
            record.put("eventSource", "aws:sqs").put("eventSourceARN", queueArn);
            record.putObject("attributes")
                    .put(
                            "ApproximateReceiveCount",
                            message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
                    .put("SentTimestamp", message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP));
            ObjectNode attributes = record.putObject("messageAttributes");
            message.messageAttributes()
                    .forEach((name, value) -> attributes
                            .putObject(name)
                            .put("stringValue", value.stringValue())
                            .put("dataType", value.dataType()));
        }
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The ids that are done by a function's answer.
    static Set<String> done(List<Message> messages, byte[] answer) throws IOException {
        Set<String> ids = new HashSet<>();
        messages.forEach(message -> ids.add(message.messageId()));
        for (JsonNode failure : JSON.readTree(answer).path("batchItemFailures")) {
            ids.remove(failure.path("itemIdentifier").asText());
        }
        return ids;
    }
}

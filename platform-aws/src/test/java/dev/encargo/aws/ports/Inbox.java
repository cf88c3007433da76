package dev.encargo.aws.ports;

import dev.encargo.platform.json.Jsons;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/// Takes everything from a queue.
record Inbox(SqsClient sqs, String url) {
    private static final int MOST = 10;

    List<String> bodies() {
        List<String> all = new ArrayList<>();
        while (true) {
            List<Message> next = sqs.receiveMessage(
                            request -> request.queueUrl(url).maxNumberOfMessages(MOST))
                    .messages();
            if (next.isEmpty()) {
                return all;
            }
            next.forEach(message -> {
                all.add(message.body());
                sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
            });
        }
    }

    /// Waits for one message.
    Map<?, ?> next() {
        Message message = sqs.receiveMessage(
                        request -> request.queueUrl(url).maxNumberOfMessages(1).waitTimeSeconds(20))
                .messages()
                .getFirst();
        sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
        return json(message.body());
    }

    static Map<?, ?> json(String text) {
        return Jsons.JSONB.type(Map.class).fromJson(text);
    }

    static String detail(String event) {
        return Jsons.JSONB
                .type(Object.class)
                .toJson(Objects.requireNonNull(json(event).get("detail")));
    }
}

package dev.encargo.deployment.emulator;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// Reads a queue as an event source mapping does: a batch at a time, deleting what was done. What failed comes again at
/// once, until the queue's redrive policy ends it.
final class QueueReader implements Runnable {
    private final SqsClient queues;
    private final String url;
    private final int batchSize;
    private final Function<List<Message>, Set<String>> done;

    /// `done` handles a batch and answers the ids of the messages that are done.
    QueueReader(SqsClient queues, String url, int batchSize, Function<List<Message>, Set<String>> done) {
        this.queues = queues;
        this.url = url;
        this.batchSize = batchSize;
        this.done = done;
    }

    @Override
    public void run() {
        try {
            read();
        } catch (AbortedException | IllegalStateException stopped) {
            if (!Thread.currentThread().isInterrupted() && !(stopped instanceof AbortedException)) {
                throw stopped;
            }
        }
    }

    private void read() {
        while (!Thread.currentThread().isInterrupted()) {
            List<Message> batch = queues.receiveMessage(request -> request.queueUrl(url)
                            .maxNumberOfMessages(Math.min(batchSize, 10))
                            .waitTimeSeconds(1)
                            .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                            .messageAttributeNames("All"))
                    .messages();
            if (!batch.isEmpty()) {
                handle(batch);
            }
        }
    }

    private void handle(List<Message> batch) {
        Set<String> ids = done.apply(batch);
        List<DeleteMessageBatchRequestEntry> finished = batch.stream()
                .filter(message -> ids.contains(message.messageId()))
                .map(message -> DeleteMessageBatchRequestEntry.builder()
                        .id(message.messageId())
                        .receiptHandle(message.receiptHandle())
                        .build())
                .toList();
        if (!finished.isEmpty()) {
            queues.deleteMessageBatch(request -> request.queueUrl(url).entries(finished));
        }
        List<ChangeMessageVisibilityBatchRequestEntry> again = batch.stream()
                .filter(message -> !ids.contains(message.messageId()))
                .map(message -> ChangeMessageVisibilityBatchRequestEntry.builder()
                        .id(message.messageId())
                        .receiptHandle(message.receiptHandle())
                        .visibilityTimeout(0)
                        .build())
                .toList();
        if (!again.isEmpty()) {
            queues.changeMessageVisibilityBatch(request -> request.queueUrl(url).entries(again));
        }
    }
}

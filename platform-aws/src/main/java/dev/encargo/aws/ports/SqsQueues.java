package dev.encargo.aws.ports;

import dev.encargo.aws.call.Dependency;
import dev.encargo.platform.RequestQueue;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Queues of SQS, each known by the variable `QUEUE_…` of the function's environment.
public final class SqsQueues implements RequestQueue {
    private static final Dependency QUEUE = new Dependency("queue");
    private static final int LIMIT = 256 * 1024;

    private final Supplier<SqsClient> client;
    private final Environment environment;

    public SqsQueues(Supplier<SqsClient> client, Environment environment) {
        this.client = client;
        this.environment = environment;
    }

    @Override
    public void send(String queue, String bodyJson) {
        if (bodyJson.getBytes(StandardCharsets.UTF_8).length > LIMIT) {
            throw new IllegalArgumentException("a message of more than 256 KB for " + queue);
        }
        String url = environment.queueUrl(queue);
        QUEUE.perform(
                () -> client.get().sendMessage(request -> request.queueUrl(url).messageBody(bodyJson)));
    }
}

package dev.encargo.providers;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;

/// Posts one signed notice over a connection kept open; waits at most three real seconds.
final class NoticePost implements AutoCloseable {
    /// The status of an attempt that got no answer.
    static final int NO_ANSWER = 0;

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final InstantSource clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    NoticePost(InstantSource clock) {
        this.clock = clock;
    }

    int send(Notice notice, Webhook webhook) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(webhook.url())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(Signature.HEADER, Signature.of(notice.body(), clock.instant(), webhook.secrets()))
                .POST(BodyPublishers.ofString(notice.body()))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException unanswered) {
            return NO_ANSWER;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

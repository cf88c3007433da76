package dev.encargo.aws.ports;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/// Follows links.
final class Browser {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Browser() {}

    /// What a link leads to; empty unless it is 200.
    static Optional<byte[]> get(URI link) {
        try {
            HttpResponse<byte[]> answer =
                    CLIENT.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofByteArray());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException | InterruptedException fault) {
            throw new IllegalStateException(fault);
        }
    }
}

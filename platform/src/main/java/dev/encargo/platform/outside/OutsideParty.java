package dev.encargo.platform.outside;

import dev.encargo.platform.Settings;
import dev.encargo.platform.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One outside party, reached at the address in a setting. A call lasts at most three seconds, follows no redirect
/// and reads at most 64 KB. A party that does not answer in time, or answers 408, 429 or 5xx, is [Unavailable]:
/// whether it acted is unknown, the same key asks again.
public final class OutsideParty {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final long LARGEST = 64 * 1024;

    /// One for all functions of a process: each client has threads and connections of its own.
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(LIMIT)
            .executor(Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("outside-", 0).factory()))
            .build();

    private final String name;
    private final String addressSetting;
    private final Settings settings;

    /// `name` is how faults call it; `addressSetting` names the setting with its base URL.
    public OutsideParty(String name, String addressSetting, Settings settings) {
        this.name = name;
        this.addressSetting = addressSetting;
        this.settings = settings;
    }

    /// A key as one segment of a path.
    public static String segment(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public Reply get(String path) {
        return call(request(path).GET().build());
    }

    /// Posts a JSON object under an idempotency key.
    public Reply post(String path, String idempotencyKey, String json) {
        return call(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(settings.get(addressSetting) + path))
                .header("Accept", "application/json");
    }

    private Reply call(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> answer = CLIENT.sendAsync(
                request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST));
        try {
            HttpResponse<String> response = answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return understood(response);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new Unavailable(name, "no answer within " + LIMIT.toSeconds() + " s");
        } catch (ExecutionException failed) {
            throw failure(failed);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unavailable(name, stopped);
        }
    }

    private Unavailable failure(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof IOException unreachable) {
            return new Unavailable(name, unreachable);
        }
        throw new IllegalStateException("a call to the " + name + " failed", cause);
    }

    private Reply understood(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status >= 500 || status == 408 || status == 429) {
            throw new Unavailable(name, "it answered " + status);
        }
        return new Reply(name, status, response.body());
    }
}

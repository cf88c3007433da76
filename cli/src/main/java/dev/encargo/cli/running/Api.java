package dev.encargo.cli.running;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.encargo.cli.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/// Calls a host's REST API as its operator. An answer of 4xx or 5xx is a refusal in the words of its problem
/// document.
public final class Api {
    /// Amounts keep the digits that they came with: `21.90` is not `21.9`.
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final URI base;
    private final String host;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    public Api(URI base) {
        this(base, "");
    }

    /// `host` are the options that name the host in another command: see [HostChoice#asGiven].
    Api(URI base, String host) {
        this.base = base;
        this.host = host;
    }

    /// An answer as it came; `body` is text.
    public record Answer(int status, HttpResponse<String> response) {
        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (JsonProcessingException malformed) {
                throw new Refusal(
                        Refusal.FAILED,
                        say("The host answered what is not JSON."),
                        String.valueOf(malformed.getOriginalMessage()),
                        say("Is another program listening there?  %s", encargo("status")));
            }
        }
    }

    public JsonNode get(String path) {
        return accepted(send("GET", path, "", Map.of())).json();
    }

    public JsonNode post(String path, String body) {
        return accepted(send("POST", path, body, Map.of())).json();
    }

    public JsonNode post(String path, String body, Map<String, String> headers) {
        return accepted(send("POST", path, body, headers)).json();
    }

    /// The answer whatever its status.
    ///
    /// @throws Refusal when nobody answers
    public Answer send(String method, String path, String body, Map<String, String> headers) {
        return send(method, path, body, headers, PATIENCE);
    }

    /// The same, answered within `patience`.
    Answer send(String method, String path, String body, Map<String, String> headers, Duration patience) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(patience)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException nobody) {
            throw new Refusal(
                    Refusal.NOT_RUNNING,
                    say("Nobody answers at %s.", base),
                    nobody.getMessage() == null ? say("The connection was refused.") : nobody.getMessage() + ".",
                    say("Use:  %s      or      %s", encargo("status" + host), encargo("up" + host)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal(
                    Refusal.INTERRUPTED, say("Interrupted."), say("The answer was not awaited."), say("Run it again."));
        }
    }

    private static Answer accepted(Answer answer) {
        if (answer.status() < 400) {
            return answer;
        }
        throw refusal(answer);
    }

    /// The refusal that a problem document makes.
    public static Refusal refusal(Answer answer) {
        JsonNode problem = answer.json();
        StringBuilder why = new StringBuilder(problem.path("detail").asText(""));
        for (JsonNode error : problem.path("errors")) {
            why.append(why.isEmpty() ? "" : " ")
                    .append(error.path("field").asText())
                    .append(": ")
                    .append(error.path("message").asText())
                    .append('.');
        }
        String title = problem.path("title").asText(say("The host refused."));
        return new Refusal(
                answer.status() == 400 || answer.status() == 422 ? Refusal.USAGE : Refusal.FAILED,
                title.endsWith(".") ? title : title + ".",
                why.isEmpty() ? say("The host answered %s.", answer.status()) : why.toString(),
                say("Status %s, %s", answer.status(), problem.path("type").asText("about:blank")));
    }
}

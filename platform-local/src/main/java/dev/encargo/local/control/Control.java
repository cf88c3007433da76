package dev.encargo.local.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.host.Host;
import dev.encargo.local.http.Mount;
import dev.encargo.local.http.wire.Handler;
import dev.encargo.local.http.wire.Problem;
import dev.encargo.local.http.wire.Request;
import dev.encargo.local.http.wire.Response;
import dev.encargo.local.workflow.data.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// `POST /_encargo/<operation>` with a JSON object (at most 256 KB), answered by one. Only who reads the data
/// folder may ask: the header `Encargo-Control` carries the key that the host wrote there. `GET /_encargo/host`
/// tells anyone on this machine which data folder is served.
///
/// | operation | asks | answers |
/// |---|---|---|
/// | `clock` | `forward`: ISO 8601 duration, `within`?: another | `now`, `left`, `stopping` |
/// | `status` | | `now`, `ahead`, `queues`, `quiet` |
/// | `quiet` | `within`: ISO 8601 duration | `quiet` |
/// | `land` | | `landed`: the streams' buffers are on disk |
/// | `stop` | | `stopping` |
/// | `dead-letters/redrive` | `queue`, `ids`? | `redriven`, `left` |
/// | `dead-letters/purge` | `queue`, `ids`? | `purged` |
/// | `executions/redrive` | `workflow`, `name` | `redriven` |
/// | `executions/stop` | `workflow`, `name`, `cause` | `stopped` |
///
/// The clock moves `forward` by at most [#LONGEST_MOVE], and stops where it is after `within` of real time; `left` is
/// what is left of the way then. While the host is `stopping`, nobody moves it on.
public final class Control implements Handler {
    public static final String PREFIX = "/_encargo";
    public static final String KEY_HEADER = "Encargo-Control";

    /// The farthest that the clock is moved at once. A day takes seconds, so that this takes about half an hour.
    public static final Duration LONGEST_MOVE = Duration.ofDays(400);

    private static final int LONGEST = 256 * 1024;

    private final byte[] key;
    private final Supplier<Host> host;
    private final Map<String, Operation> operations = new TreeMap<>();

    /// `host` is asked when an operation comes, since the mount is made before the host stands; `stop` ends the
    /// process that runs it.
    public Control(String key, Supplier<Host> host, Runnable stop) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
        this.host = host;
        HostOperations running = new HostOperations(host);
        DeadLetters deadLetters = new DeadLetters(host);
        operations.put("clock", running::clock);
        operations.put("status", running::status);
        operations.put("quiet", running::quiet);
        operations.put("land", running::land);
        operations.put("executions/redrive", running::redrive);
        operations.put("executions/stop", running::stop);
        operations.put("dead-letters/redrive", deadLetters::redrive);
        operations.put("dead-letters/purge", deadLetters::purge);
        operations.put("stop", _ -> {
            stop.run();
            return Json.object().put("stopping", true);
        });
    }

    public Mount mount() {
        return new Mount(PREFIX, this);
    }

    @Override
    public Response handle(Request request) throws InterruptedException {
        String name = request.path().length() > PREFIX.length() ? request.path().substring(PREFIX.length() + 1) : "";
        if (name.equals("host") && request.method().equals("GET")) {
            return Response.json(200, Json.write(identity()));
        }
        Operation operation = Optional.ofNullable(operations.get(name))
                .orElseThrow(() -> Problem.of(404, "operation-unknown", "The host has no such operation"));
        if (!request.method().equals("POST")) {
            throw Problem.of(405, "method-not-allowed", "Operations are posted").header("Allow", "POST");
        }
        checkKey(request.header(KEY_HEADER));
        return Response.json(200, Json.write(operation.perform(asked(request.body(LONGEST)))));
    }

    private JsonNode identity() {
        return Json.object()
                .put("data", host.get().data().toAbsolutePath().normalize().toString())
                .put("pid", ProcessHandle.current().pid());
    }

    private void checkKey(@Nullable String given) {
        if (given == null || !MessageDigest.isEqual(key, given.getBytes(StandardCharsets.UTF_8))) {
            throw Problem.of(403, "not-the-operator", "Only who reads the data folder may ask this")
                    .detail("Send the key of host.json in " + KEY_HEADER + ".");
        }
    }

    private static Asked asked(byte[] body) {
        try {
            JsonNode arguments =
                    body.length == 0 ? Json.object() : Json.parse(new String(body, StandardCharsets.UTF_8));
            if (arguments.isObject()) {
                return new Asked(arguments);
            }
        } catch (JsonProcessingException malformed) {
            throw Problem.of(400, "body-malformed", "The body is not JSON").detail(malformed.getOriginalMessage());
        }
        throw Problem.of(400, "body-malformed", "The body is not a JSON object");
    }
}

package dev.encargo.local.http.wire;

import java.time.Duration;

/// What a client may ask of the server before it is refused.
///
/// `headBytes` bounds request line and headers together (431 beyond), `connections` those open at once (503
/// beyond). `head` and `body` bound the whole time of reading each (408 beyond), `idle` the wait for a next
/// request, `write` the time in which a client must take an answer.
public record Limits(
        int headBytes, int headers, int connections, Duration head, Duration body, Duration idle, Duration write) {

    /// A browser's cookies for `localhost` pass, API Gateway's own 10 KB of headers easily.
    public static Limits standard() {
        return new Limits(
                32 * 1024,
                100,
                4_096,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30));
    }

    public Limits withTimes(Duration head, Duration body, Duration idle) {
        return new Limits(headBytes, headers, connections, head, body, idle, write);
    }

    public Limits withConnections(int most) {
        return new Limits(headBytes, headers, most, head, body, idle, write);
    }
}

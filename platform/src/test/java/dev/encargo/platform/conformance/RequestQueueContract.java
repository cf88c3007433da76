package dev.encargo.platform.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.platform.RequestQueue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every host's queues keep to when a function sends to them.
public abstract class RequestQueueContract {
    /// The longest message, in bytes of UTF-8.
    private static final int LIMIT = 256 * 1024;

    protected static final String QUEUE = "parcel-requests";

    /// The port under test, with an empty queue `parcel-requests` that nobody reads.
    protected abstract RequestQueue queue();

    /// What the queue holds, in any order.
    protected abstract List<String> held();

    @Test
    void holds_every_message_as_it_was_sent() {
        List<String> bodies = IntStream.range(0, 25)
                .mapToObj(n -> "{\"v\":1,\"n\":" + n + ",\"name\":\"Iñaki 🛍️ \\\"x\\\"\"}")
                .toList();
        bodies.forEach(body -> queue().send(QUEUE, body));
        assertThat(held()).containsExactlyInAnyOrderElementsOf(bodies);
    }

    @Test
    void takes_the_same_message_twice() {
        queue().send(QUEUE, "{\"v\":1}");
        queue().send(QUEUE, "{\"v\":1}");
        assertThat(held()).hasSize(2);
    }

    @Test
    void takes_256_kilobytes_and_not_a_byte_more() {
        String fits = filled(LIMIT);
        queue().send(QUEUE, fits);
        assertThatThrownBy(() -> queue().send(QUEUE, filled(LIMIT + 1))).isInstanceOf(RuntimeException.class);
        assertThat(held()).containsExactly(fits);
    }

    /// A JSON object of that many bytes, most of its characters of two.
    private static String filled(int bytes) {
        String frame = "{\"text\":\"\"}";
        int left = bytes - frame.length();
        String text = "ñ".repeat(left / 2) + "x".repeat(left % 2);
        String body = "{\"text\":\"" + text + "\"}";
        assertThat(body.getBytes(StandardCharsets.UTF_8)).hasSize(bytes);
        return body;
    }
}

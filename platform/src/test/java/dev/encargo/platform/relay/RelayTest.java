package dev.encargo.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.platform.documents.Draft;
import dev.encargo.platform.effects.Effect;
import dev.encargo.platform.effects.PendingEffect;
import dev.encargo.platform.testing.MemoryPlatform;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelayTest {
    private static final String TOO_LONG = "\"" + "x".repeat(300 * 1024) + "\"";

    private final MemoryPlatform platform = new MemoryPlatform();
    private final Relay relay = new Relay(platform);

    @Test
    void an_effect_that_no_port_will_ever_take_holds_back_no_other_document_and_is_parked() {
        owes("a", TOO_LONG);
        owes("b", "{}");
        relay.run(Duration.ofSeconds(10));
        assertThat(platform.sent)
                .singleElement()
                .extracting(MemoryPlatform.Sent::body)
                .isEqualTo("{}");
        for (int failure = 1; failure < Relay.LIMIT; failure++) {
            platform.clock.forward(Duration.ofMinutes(2));
            relay.run(Duration.ofSeconds(10));
        }
        PendingEffect left =
                platform.documents.get("things", "a").orElseThrow().pending().getFirst();
        assertThat(left.parked()).isTrue();
        assertThat(left.error()).isNotBlank();
    }

    private void owes(String id, String body) {
        Effect send = new Effect.Send("eff_" + id, "alerts", body);
        platform.documents.insert(
                "things", new Draft(id, 1, "{}", List.of(send), platform.clock.instant(), List.of(), "writer"));
    }
}

package dev.encargo.platform.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeepingRawBodiesTest {

    @Test
    void a_body_of_eight_kilobytes_is_kept_whole_and_can_be_verified_again() {
        String body = "x".repeat(8 * 1024);
        assertThat(RawBodies.with(List.of(), body)).containsExactly(body);
    }

    @Test
    void a_longer_body_is_cut_between_characters_at_eight_kilobytes_of_utf_8() {
        String kept = RawBodies.cut("x" + "😀".repeat(4_000));
        assertThat(kept.getBytes(StandardCharsets.UTF_8)).hasSize(1 + 2_047 * 4);
        assertThat(kept).endsWith("😀");
    }

    @Test
    void the_newest_twenty_are_kept_each_once() {
        List<String> bodies = List.of();
        for (int i = 0; i < 25; i++) {
            bodies = RawBodies.with(RawBodies.with(bodies, "n" + i), "n" + i);
        }
        assertThat(bodies).hasSize(20).startsWith("n5").endsWith("n24");
    }
}

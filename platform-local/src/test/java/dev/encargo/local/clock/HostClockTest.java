package dev.encargo.local.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the host's clock, when the machine's clock is set back,")
class HostClockTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private Instant real = NOON;
    private final HostClock clock = new HostClock(Duration.ofDays(1), () -> real);

    @Test
    void stands_still_until_that_has_caught_up() {
        Instant before = clock.instant();
        real = NOON.minus(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(before);
        real = NOON.plusMillis(1);
        assertThat(clock.instant()).isEqualTo(before.plusMillis(1));
    }

    @Test
    void runs_on_at_once_when_it_is_moved() {
        Instant before = clock.instant();
        real = NOON.minus(Duration.ofHours(1));
        clock.freeze();
        clock.moveTo(before.plusSeconds(60));
        clock.run();
        real = real.plusSeconds(5);
        assertThat(clock.instant()).isEqualTo(before.plusSeconds(65));
        assertThat(clock.offset()).isEqualTo(Duration.ofHours(25).plusSeconds(60));
    }

    @Test
    void is_not_moved_back() {
        Instant before = clock.instant();
        clock.freeze();
        clock.moveTo(before.minusSeconds(1));
        clock.run();
        assertThat(clock.instant()).isEqualTo(before);
    }
}

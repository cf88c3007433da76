package dev.encargo.local.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("time that is moved")
class MovingTimeTest {
    private final List<String> told = new ArrayList<>();
    private final HostClock clock = new HostClock(Duration.ZERO);
    private final Timers timers = new Timers(clock, Runnable::run, () -> true, () -> told.add("kept"));

    @Test
    void is_kept_before_anything_happens_at_it_so_that_a_crash_never_sets_it_back() throws Exception {
        timers.after(Duration.ofHours(1), () -> told.add("happened"));
        timers.forward(Duration.ofHours(2));
        assertThat(told).containsExactly("kept", "happened", "kept");
    }

    @Test
    void runs_on_from_where_it_stood_when_the_move_fails() {
        Instant before = clock.instant();
        timers.after(Duration.ofHours(1), () -> {
            throw new IllegalStateException("it fails");
        });
        assertThatThrownBy(() -> timers.forward(Duration.ofHours(2))).hasMessage("it fails");
        Instant after = clock.instant();
        assertThat(after).isAfterOrEqualTo(before.plus(Duration.ofHours(1)));
        assertThat(clock.offset()).isGreaterThan(Duration.ofMinutes(59)).isLessThan(Duration.ofHours(2));
    }
}

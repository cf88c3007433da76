package dev.encargo.local.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("time that is moved")
class MovingTimeTest {
    private final List<String> told = new CopyOnWriteArrayList<>();
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

    @Test
    void stops_at_the_due_moment_that_it_has_come_to_when_its_time_is_up_and_goes_on_from_there() throws Exception {
        for (int hour = 1; hour <= 3; hour++) {
            String happened = hour + " h";
            timers.after(Duration.ofHours(hour), () -> told.add(happened));
        }
        Duration left = timers.forward(Duration.ofHours(3).plusMinutes(1), Duration.ZERO);
        assertThat(told).containsExactly("kept", "1 h");
        assertThat(left).isBetween(Duration.ofHours(2), Duration.ofMinutes(122));
        assertThat(timers.forward(left, Duration.ofMinutes(1))).isZero();
        assertThat(told).containsExactly("kept", "1 h", "kept", "2 h", "kept", "3 h", "kept");
    }

    @Test
    void stops_where_it_is_when_the_host_ends_and_no_other_move_begins() throws Exception {
        timers.after(Duration.ofHours(1), () -> {
            told.add("happened");
            end();
        });
        timers.after(Duration.ofHours(2), () -> told.add("never"));
        assertThat(timers.forward(Duration.ofHours(3), Duration.ofMinutes(1))).isGreaterThan(Duration.ofHours(1));
        assertThat(told).containsExactly("kept", "happened");
        assertThat(timers.isEnding()).isTrue();
        assertThat(timers.forward(Duration.ofHours(3), Duration.ofMinutes(1))).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void is_not_quiet_before_every_timer_that_is_due_has_fired() throws Exception {
        Timers running = new Timers(clock, action -> told.add("begun"), () -> true, () -> {});
        for (int i = 0; i < 100; i++) {
            running.after(Duration.ZERO, () -> {});
        }
        running.start();
        assertThat(running.awaitQuiet()).isTrue();
        assertThat(told).hasSize(100);
        running.close();
    }

    private void end() {
        try {
            timers.endMove();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

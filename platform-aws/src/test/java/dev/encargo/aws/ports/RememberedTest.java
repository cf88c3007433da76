package dev.encargo.aws.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.platform.Unavailable;
import dev.encargo.platform.testing.MovableClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final MovableClock clock = new MovableClock();
    private final AtomicInteger reads = new AtomicInteger();
    private final Remembered<Integer> value = new Remembered<>(clock, reads::incrementAndGet);

    @Test
    void is_read_once_in_five_minutes() {
        assertThat(value.get()).isEqualTo(1);
        clock.forward(Duration.ofSeconds(299));
        assertThat(value.get()).isEqualTo(1);
        clock.forward(Duration.ofSeconds(1));
        assertThat(value.get()).isEqualTo(2);
    }

    @Test
    void is_read_anew_when_asked_and_remembered_from_then_on() {
        value.get();
        clock.forward(Duration.ofSeconds(200));
        assertThat(value.readAnew()).isEqualTo(2);
        clock.forward(Duration.ofSeconds(200));
        assertThat(value.get()).isEqualTo(2);
    }

    @Test
    void is_not_remembered_when_it_could_not_be_read() {
        Remembered<Integer> failing = new Remembered<>(clock, () -> {
            if (reads.incrementAndGet() == 1) {
                throw new Unavailable("settings", "for now");
            }
            return reads.get();
        });
        assertThatThrownBy(failing::get).isInstanceOf(Unavailable.class);
        assertThat(failing.get()).isEqualTo(2);
    }
}

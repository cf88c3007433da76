package dev.encargo.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a quiet host")
class QuietTest {
    private final AtomicLong commits = new AtomicLong();
    private final AtomicBoolean first = new AtomicBoolean();
    private final AtomicBoolean second = new AtomicBoolean();
    private final Quiet quiet = new Quiet(commits::get);

    @Test
    void is_one_of_which_every_part_is() {
        quiet.also(() -> !first.get());
        quiet.also(() -> !second.get());
        assertThat(quiet.getAsBoolean()).isTrue();
        second.set(true);
        assertThat(quiet.getAsBoolean()).isFalse();
    }

    @Test
    void is_not_found_while_work_passes_from_the_second_part_to_the_first() {
        second.set(true);
        quiet.also(() -> !first.get());
        quiet.also(() -> {
            commits.incrementAndGet();
            first.set(true);
            second.set(false);
            return true;
        });
        assertThat(quiet.getAsBoolean()).isFalse();
    }
}

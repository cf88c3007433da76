package dev.encargo.providers;

import java.time.Duration;

/// How untidily notices are sent: how many of a thousand come twice, how many come late (and so out of order) and
/// by how much at most. What happens to a notice depends on the seed, its key and its type alone.
public record NoticeHabits(long seed, int twicePerThousand, int latePerThousand, Duration latest) {
    public static final NoticeHabits TIDY = new NoticeHabits(0, 0, 0, Duration.ZERO);

    /// One in a hundred twice, one in two hundred up to three seconds late.
    public static NoticeHabits ordinary(long seed) {
        return new NoticeHabits(seed, 10, 5, Duration.ofSeconds(3));
    }

    boolean twice(String key, String type) {
        return draw(key, type, 1, 1000) < twicePerThousand;
    }

    Duration lateness(String key, String type) {
        if (latest.isZero() || draw(key, type, 2, 1000) >= latePerThousand) {
            return Duration.ZERO;
        }
        return Duration.ofMillis(1 + draw(key, type, 3, latest.toMillis()));
    }

    private long draw(String key, String type, int purpose, long bound) {
        long mixed = seed + 0x9E3779B97F4A7C15L * (31L * (31L * key.hashCode() + type.hashCode()) + purpose);
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return Math.floorMod(mixed ^ (mixed >>> 31), bound);
    }
}

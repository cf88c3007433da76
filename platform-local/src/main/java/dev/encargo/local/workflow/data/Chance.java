package dev.encargo.local.workflow.data;

import java.util.SplittableRandom;
import java.util.UUID;

/// A seeded source of chance. The same seed gives the same numbers, so that evaluating a state again after a
/// restart gives what it gave before.
public final class Chance {
    private final SplittableRandom random;

    public Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /// A source for one attempt of one state of the execution that has this seed.
    public static Chance of(long seed, long sequence) {
        return new Chance(mix(seed ^ mix(sequence + 0x9E3779B97F4A7C15L)));
    }

    /// At least 0, below 1.
    public double fraction() {
        return random.nextDouble();
    }

    /// At least `low`, below `high`.
    public long between(long low, long high) {
        return random.nextLong(low, high);
    }

    /// A version 4 UUID.
    public UUID uuid() {
        long high = (random.nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}

package dev.encargo.local.function;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What goes wrong with the next calls of functions, planned by whoever wants to see what becomes of it.
public final class Mishaps {
    private final Map<String, Planned> planned = new HashMap<>();
    private volatile @Nullable Passage passage;

    /// What one call meets.
    public sealed interface Mishap {
        /// It fails before it has done anything.
        record Fails() implements Mishap {}

        /// It does everything, and its answer is lost.
        record AnswerLost() implements Mishap {}
    }

    private record Planned(Mishap mishap, int times) {}

    /// The call met a planned mishap.
    static final class PlannedMishap extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PlannedMishap(String message) {
            super(message);
        }
    }

    /// The next `times` calls of the function meet `mishap`; replaces what was planned for it.
    public synchronized void next(String functionId, Mishap mishap, int times) {
        planned.put(functionId, new Planned(mishap, times));
    }

    /// The same, and forgets all other plans, in one moment.
    public synchronized void only(String functionId, Mishap mishap, int times) {
        planned.clear();
        next(functionId, mishap, times);
    }

    /// Lays `between` all functions and their ports, from their next call on.
    public void passBy(Passage between) {
        this.passage = between;
    }

    @Nullable
    Passage passage() {
        return passage;
    }

    /// Forgets all plans.
    public synchronized void clear() {
        planned.clear();
    }

    synchronized @Nullable Mishap met(String functionId) {
        Planned plan = planned.remove(functionId);
        if (plan == null) {
            return null;
        }
        if (plan.times > 1) {
            planned.put(functionId, new Planned(plan.mishap, plan.times - 1));
        }
        return plan.mishap;
    }
}

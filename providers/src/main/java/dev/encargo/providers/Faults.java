package dev.encargo.providers;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// Plans what goes wrong next, in the order planned. Plans are kept in memory: a restart forgets those not yet met.
public final class Faults {
    private static final NoticeFault NONE = new NoticeFault.None();

    private final List<Plan<Operation, CallFault>> calls = new ArrayList<>();
    private final List<Plan<NoticeType, NoticeFault>> notices = new ArrayList<>();
    private IntSupplier release = () -> 0;

    Faults() {}

    /// The next `times` calls of `operation`, whatever their key, meet `fault`.
    public void next(Operation operation, CallFault fault, int times) {
        next(operation, (_, _) -> true, fault, times);
    }

    /// The next `times` calls of `operation` for the order meet `fault`.
    public void nextOf(String orderId, Operation operation, CallFault fault, int times) {
        next(operation, (_, key) -> key.startsWith(orderId + "/"), fault, times);
    }

    /// The next `times` notices of `type`, whatever their key, meet `fault`.
    public void next(NoticeType type, NoticeFault fault, int times) {
        next(type, (_, _) -> true, fault, times);
    }

    /// Sends every notice that was held; returns how many.
    public int releaseHeld() {
        return release.getAsInt();
    }

    /// Forgets all plans.
    public synchronized void clear() {
        calls.clear();
        notices.clear();
    }

    private synchronized void next(
            Operation operation, BiPredicate<Operation, String> which, CallFault fault, int times) {
        calls.add(new Plan<>(operation, which, fault, times));
    }

    private synchronized void next(
            NoticeType type, BiPredicate<NoticeType, String> which, NoticeFault fault, int times) {
        notices.add(new Plan<>(type, which, fault, times));
    }

    void releaseBy(IntSupplier releasing) {
        this.release = releasing;
    }

    synchronized @Nullable CallFault forCall(Operation operation, String key) {
        return met(calls, operation, key);
    }

    synchronized NoticeFault forNotice(NoticeType type, String key) {
        NoticeFault fault = met(notices, type, key);
        return fault == null ? NONE : fault;
    }

    private static <W, F> @Nullable F met(List<Plan<W, F>> plans, W what, String key) {
        for (Iterator<Plan<W, F>> each = plans.iterator(); each.hasNext(); ) {
            Plan<W, F> plan = each.next();
            if (plan.what.equals(what) && plan.which.test(what, key)) {
                if (--plan.left <= 0) {
                    each.remove();
                }
                return plan.fault;
            }
        }
        return null;
    }

    private static final class Plan<W, F> {
        private final W what;
        private final BiPredicate<W, String> which;
        private final F fault;
        private int left;

        private Plan(W what, BiPredicate<W, String> which, F fault, int left) {
            this.what = what;
            this.which = which;
            this.fault = fault;
            this.left = left;
        }
    }
}

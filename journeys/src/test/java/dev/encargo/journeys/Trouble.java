package dev.encargo.journeys;

import dev.encargo.local.function.Passage;
import dev.encargo.platform.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// Faults laid between the functions and their ports, as the network, a service or the end of the process would
/// cause them.
final class Trouble implements Passage {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Plan> plans = new CopyOnWriteArrayList<>();
    private final CountDownLatch standstill = new CountDownLatch(1);
    private volatile boolean still;

    private record Plan(Predicate<PortCall> which, AtomicInteger left, Passage fault) {
        boolean meets(PortCall call) {
            return which.test(call) && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        }
    }

    /// The next `times` such calls are refused: nothing happens.
    void refuse(Predicate<PortCall> which, int times) {
        instead(which, times, (call, _) -> {
            throw new Unavailable(call.port().getSimpleName(), "refused by the test");
        });
    }

    /// The next `times` such calls happen, and their answer is lost.
    void loseAnswer(Predicate<PortCall> which, int times) {
        instead(which, times, (call, onward) -> {
            onward.go();
            throw new Unavailable(call.port().getSimpleName(), "its answer was lost by the test");
        });
    }

    /// The next `times` such calls end as `fault` says.
    void instead(Predicate<PortCall> which, int times, Passage fault) {
        plans.add(new Plan(which, new AtomicInteger(times), fault));
    }

    /// The next such call is frozen before it happens, and goes on when it is let go, whatever its invoker thinks
    /// by then.
    Frozen freezeBefore(Predicate<PortCall> which) {
        Frozen frozen = new Frozen();
        instead(which, 1, frozen);
        return frozen;
    }

    /// At the next such call, before it happens, all functions stand still for ever: the moment to kill the host.
    void standStillBefore(Predicate<PortCall> which) {
        instead(which, 1, (_, _) -> stopped());
    }

    /// The same, after it has happened.
    void standStillAfter(Predicate<PortCall> which) {
        instead(which, 1, (_, onward) -> {
            onward.go();
            return stopped();
        });
    }

    /// From now on nothing more goes wrong, unless all stand still.
    void heal() {
        plans.clear();
    }

    /// Faults that were planned and that no call has met.
    long unmet() {
        return plans.stream().filter(plan -> plan.left.get() > 0).count();
    }

    void awaitStandstill() throws InterruptedException {
        if (!standstill.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("no such call was made");
        }
    }

    @Override
    public Object pass(PortCall call, Onward onward) throws Throwable {
        if (still) {
            return stopped();
        }
        for (Plan plan : plans) {
            if (plan.meets(call)) {
                return plan.fault.pass(call, onward);
            }
        }
        return onward.go();
    }

    private Object stopped() throws InterruptedException {
        still = true;
        standstill.countDown();
        new CountDownLatch(1).await();
        throw new AssertionError("awaited what never comes");
    }

    /// Calls of `port.method`.
    static Predicate<PortCall> calls(Class<?> port, String method) {
        return call -> call.is(port, method);
    }

    /// Calls of `port.method` whose first argument is `first`, such as a document's collection.
    static Predicate<PortCall> calls(Class<?> port, String method, Object first) {
        return call -> call.is(port, method) && call.arguments().getFirst().equals(first);
    }
}

package dev.encargo.local.function;

import dev.encargo.local.template.model.FunctionResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.source.Refusals;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// All functions of the template.
public final class Functions {
    private final Map<String, FunctionPool> pools = new LinkedHashMap<>();
    private final AtomicInteger running = new AtomicInteger();
    private final Callers callers = new Callers();
    private final Mishaps mishaps = new Mishaps();
    private final Missed missed;

    /// Told of calls that nobody else hears of: a schedule's.
    @FunctionalInterface
    public interface Missed {
        void call(String functionId, CallFailed why);
    }

    public Functions(Stack stack, Platforms platforms, Missed missed) {
        this.missed = missed;
        for (FunctionResource function : stack.functions().values()) {
            pools.put(function.id(), new FunctionPool(function, platforms, mishaps));
        }
    }

    /// Refuses functions whose class does not exist.
    public static void check(Stack stack, Refusals refusals) {
        Handlers.mustExist(stack, refusals);
    }

    /// Calls a function by its logical id and waits for its answer.
    public byte[] call(String functionId, byte[] event) throws CallFailed {
        running.incrementAndGet();
        try {
            return pool(functionId).call(event);
        } finally {
            running.decrementAndGet();
        }
    }

    /// Calls a function for somebody who waits at the API.
    public byte[] answer(String functionId, byte[] event) throws CallFailed {
        callers.enter();
        try {
            return call(functionId, event);
        } finally {
            callers.leave();
        }
    }

    /// Those who wait for an answer now.
    public Callers callers() {
        return callers;
    }

    /// A call that nobody waits for failed.
    public void missed(String functionId, CallFailed why) {
        missed.call(functionId, why);
    }

    /// What goes wrong with the next calls.
    public Mishaps mishaps() {
        return mishaps;
    }

    public boolean quiet() {
        return running.get() == 0;
    }

    /// Calls by function since the start.
    public Map<String, Long> calls() {
        Map<String, Long> calls = new LinkedHashMap<>();
        pools.forEach((id, pool) -> calls.put(id, pool.calls.get()));
        return calls;
    }

    private FunctionPool pool(String functionId) {
        FunctionPool pool = pools.get(functionId);
        if (pool == null) {
            throw new IllegalArgumentException("the template has no function " + functionId);
        }
        return pool;
    }
}

package dev.encargo.local.schedule;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.clock.HostClock;
import dev.encargo.local.clock.Timers;
import dev.encargo.local.delivery.AsyncCalls;
import dev.encargo.local.function.CallFailed;
import dev.encargo.local.function.Functions;
import dev.encargo.local.template.model.FunctionResource;
import dev.encargo.local.template.model.ScheduleResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.source.Refusals;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/// Runs the template's schedules: each calls its function without waiting. A call that fails is retried, or ends in
/// the function's failure destination, as every call that nobody waits for; one that a crash interrupts is left to
/// the next moment.
public final class Schedules {
    private final Stack stack;
    private final HostClock clock;
    private final Timers timers;
    private final Functions functions;
    private final AsyncCalls calls;
    private final Executor executor;

    public Schedules(
            Stack stack, HostClock clock, Timers timers, Functions functions, AsyncCalls calls, Executor executor) {
        this.stack = stack;
        this.clock = clock;
        this.timers = timers;
        this.functions = functions;
        this.calls = calls;
        this.executor = executor;
    }

    /// Refuses schedules that would not be kept here.
    public static void check(Stack stack, Refusals refusals) {
        for (ScheduleResource schedule : stack.allSchedules()) {
            if (schedule.enabled() && !Rate.is(schedule.expression())) {
                refusals.add(
                        schedule.at(),
                        english("The local host cannot keep the schedule %s", schedule.expression()),
                        english("It keeps rate(…) only"),
                        english("Use a rate, or disable the schedule on a laptop"));
            } else if (schedule.enabled()
                    && stack.functionByArn(schedule.targetArn()).isEmpty()) {
                refusals.add(
                        schedule.at(),
                        english("The schedule %s calls no function of the template", schedule.id()),
                        english("The local host calls functions only"),
                        english("Name a function, or disable the schedule on a laptop"));
            }
        }
    }

    public void start() {
        enabled()
                .forEach(schedule -> every(
                        Rate.of(schedule.expression()),
                        called(schedule),
                        schedule.input().orElse("")));
    }

    /// Makes the scheduled calls of one handler class at once, besides those at their moments.
    public void now(Class<?> handler) {
        enabled()
                .filter(schedule -> called(schedule).handlerClass().equals(handler.getName()))
                .forEach(schedule -> executor.execute(
                        () -> call(called(schedule), schedule.input().orElse(""))));
    }

    private Stream<ScheduleResource> enabled() {
        return stack.allSchedules().stream().filter(ScheduleResource::enabled);
    }

    private FunctionResource called(ScheduleResource schedule) {
        return stack.functionByArn(schedule.targetArn())
                .orElseThrow(() -> new IllegalStateException(
                        schedule.at() + ": the schedule " + schedule.id() + " calls no function of the template"));
    }

    private void every(Duration rate, FunctionResource function, String input) {
        timers.after(rate, () -> {
            executor.execute(() -> call(function, input));
            every(rate, function, input);
        });
    }

    private void call(FunctionResource function, String input) {
        Instant now = clock.instant();
        String event = input.isEmpty() ? "{\"time\":\"" + now + "\"}" : input;
        try {
            functions.call(function.id(), event.getBytes(StandardCharsets.UTF_8));
        } catch (CallFailed recorded) {
            functions.missed(function.id(), recorded);
            calls.madeOnce(function, event, now, recorded);
        }
    }
}

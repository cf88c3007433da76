package dev.encargo.cli.order;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.order.Goal.Verdict;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Follows one order by asking for its timeline, briskly while something moves.
final class Watch {
    private static final Duration BRISK = Duration.ofMillis(25);
    private static final Duration CALM = Duration.ofMillis(400);

    private final OrderApi orders;
    private final Duration patience;

    /// `patience`: how long nothing may move, in real time.
    Watch(OrderApi orders, Duration patience) {
        this.orders = orders;
        this.patience = patience;
    }

    /// Returns when the goal is reached or missed, or when nothing moved for too long. `news` hears each new
    /// timeline.
    Seen follow(String id, Goal goal, Consumer<JsonNode> news) {
        long moved = System.nanoTime();
        Duration pause = BRISK;
        Seen seen = look(id, goal);
        news.accept(seen.timeline());
        while (seen.verdict() == Verdict.OPEN && System.nanoTime() - moved < patience.toNanos()) {
            sleep(pause);
            pause = pause.compareTo(CALM) < 0 ? pause.plus(pause.dividedBy(8)) : CALM;
            Seen next = look(id, goal);
            if (version(next) != version(seen)) {
                moved = System.nanoTime();
                pause = BRISK;
                news.accept(next.timeline());
            }
            seen = next;
        }
        return seen;
    }

    /// Waits until something holds, for as long as the patience lasts.
    void until(BooleanSupplier holds) {
        long start = System.nanoTime();
        while (!holds.getAsBoolean() && System.nanoTime() - start < patience.toNanos()) {
            sleep(BRISK);
        }
    }

    /// The timeline is read last: it tells at least what the order's verdict rests on.
    private Seen look(String id, Goal goal) {
        JsonNode order = orders.order(id);
        JsonNode timeline = orders.timeline(id);
        return new Seen(goal.of(order, timeline), order, timeline);
    }

    private static long version(Seen seen) {
        return seen.timeline().path("version").asLong();
    }

    private void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal(
                    Refusal.INTERRUPTED,
                    say("Interrupted."),
                    say("The order goes on without being watched."),
                    say("Use:  %s", encargo("order watch ORDER" + orders.asGiven())));
        }
    }
}

package dev.encargo.journeys;

import dev.encargo.local.function.Passage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A call of a port that is frozen on its way, as by a process that is paused.
final class Frozen implements Passage {
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CompletableFuture<String> end = new CompletableFuture<>();

    void awaitReached() throws InterruptedException {
        if (!reached.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("no such call was made");
        }
    }

    /// Lets it go on. Returns what it was refused with, or an empty text.
    String letGo() throws Exception {
        gate.countDown();
        return end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public Object pass(PortCall call, Onward onward) throws Throwable {
        reached.countDown();
        awaitGate();
        try {
            Object answer = onward.go();
            end.complete("");
            return answer;
        } catch (Throwable refused) {
            end.complete(refused.getClass().getSimpleName());
            throw refused;
        }
    }

    private void awaitGate() {
        for (boolean open = false; !open; ) {
            try {
                gate.await();
                open = true;
            } catch (InterruptedException unheard) {
                open = false;
            }
        }
    }
}

package dev.encargo.platform.relay;

import dev.encargo.platform.Budget;
import dev.encargo.platform.Platform;
import dev.encargo.platform.Telemetry;
import dev.encargo.platform.documents.DocumentKey;
import dev.encargo.platform.documents.Documents;
import dev.encargo.platform.documents.StoredDocument;
import dev.encargo.platform.effects.PendingEffect;
import dev.encargo.platform.effects.Performer;
import dev.encargo.platform.effects.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Performs the effects that a crash left behind. It knows no context: it works on documents of any collection.
///
/// It claims a document by moving its due time, performs what is pending in sequence and clears it. A failed effect
/// holds back those after it, until it is parked after [#LIMIT] failures.
public final class Relay {
    /// Failures after which an effect is parked.
    public static final int LIMIT = 20;

    private static final Duration CLAIM = Duration.ofMinutes(1);
    private static final int BATCH = 100;

    private final Documents documents;
    private final Performer performer;
    private final InstantSource clock;
    private final Telemetry telemetry;

    public Relay(Platform platform) {
        this.documents = platform.documents();
        this.performer = new Performer(platform);
        this.clock = platform.clock();
        this.telemetry = platform.telemetry();
    }

    /// Works until nothing is due, or `longest` of real time is spent. Returns how many effects were performed.
    public int run(Duration longest) {
        Budget budget = Budget.of(longest);
        int performed = 0;
        for (List<DocumentKey> due = due(); !due.isEmpty(); due = due()) {
            int before = performed;
            for (DocumentKey key : due) {
                if (budget.isSpent()) {
                    return performed;
                }
                performed += relay(key);
            }
            if (performed == before) {
                return performed;
            }
        }
        return performed;
    }

    private List<DocumentKey> due() {
        return documents.due(clock.instant(), BATCH);
    }

    private int relay(DocumentKey key) {
        Instant claimedUntil = clock.instant().plus(CLAIM);
        Optional<StoredDocument> found =
                documents.get(key.collection(), key.id()).filter(this::isDue);
        if (found.isEmpty()) {
            return 0;
        }
        StoredDocument stored = found.get();
        if (!documents.amend(key.collection(), key.id(), stored.revision(), stored.pending(), claimedUntil)) {
            return 0;
        }
        List<PendingEffect> left = new ArrayList<>();
        int performed = perform(key, stored.pending(), left);
        record(key, stored.pending(), left);
        return performed;
    }

    private boolean isDue(StoredDocument stored) {
        return stored.due() != null && !stored.due().isAfter(clock.instant());
    }

    /// Whatever one effect ends in counts as its failure: the relay works for all documents, and no fault of one may
    /// keep it from the others.
    private int perform(DocumentKey key, List<PendingEffect> pending, List<PendingEffect> left) {
        int performed = 0;
        boolean held = false;
        for (PendingEffect next : pending) {
            if (held || next.parked()) {
                left.add(next);
                continue;
            }
            try {
                performer.perform(next.effect());
                performed++;
            } catch (RuntimeException fault) {
                PendingEffect failed = next.failed(String.valueOf(fault.getMessage()), LIMIT);
                report(key, failed);
                left.add(failed);
                held = !failed.parked();
            }
        }
        return performed;
    }

    /// Effects that other writers added meanwhile stay as they are.
    private void record(DocumentKey key, List<PendingEffect> claimed, List<PendingEffect> left) {
        for (int attempt = 0; attempt < LIMIT; attempt++) {
            Optional<StoredDocument> found = documents.get(key.collection(), key.id());
            if (found.isEmpty()) {
                return;
            }
            StoredDocument stored = found.get();
            List<PendingEffect> merged = merged(stored.pending(), claimed, left);
            if (documents.amend(
                    key.collection(), key.id(), stored.revision(), merged, Settlement.due(merged, stored.due()))) {
                return;
            }
        }
    }

    private static List<PendingEffect> merged(
            List<PendingEffect> stored, List<PendingEffect> claimed, List<PendingEffect> left) {
        List<String> ours =
                claimed.stream().map(pending -> pending.effect().id()).toList();
        List<PendingEffect> merged = new ArrayList<>(left);
        stored.stream().filter(pending -> !ours.contains(pending.effect().id())).forEach(merged::add);
        return merged;
    }

    private void report(DocumentKey key, PendingEffect failed) {
        telemetry.warn(
                failed.parked() ? "an effect is parked" : "an effect failed, it will be tried again",
                Map.of(
                        "collection", key.collection(),
                        "document", key.id(),
                        "effect", failed.effect().id(),
                        "attempts", failed.attempts(),
                        "why", String.valueOf(failed.error())));
    }
}

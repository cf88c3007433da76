package dev.encargo.platform.webhook;

import dev.encargo.platform.Platform;
import dev.encargo.platform.documents.DocumentStore;
import dev.encargo.platform.documents.Transition;
import java.time.InstantSource;
import java.util.List;

/// Keeps the notices that changed nothing because they could not be used: rejected ones in a bounded number of
/// slots, so that nobody can fill the store with forgeries, and unmatched ones by their key.
public final class NoticeRecords {
    private static final int SLOTS = 64;
    private static final int LONGEST_KEY = 200;

    private final DocumentStore<RejectedNotice> rejected;
    private final DocumentStore<UnmatchedNotice> unmatched;
    private final String party;
    private final InstantSource clock;

    /// `party` (`payment`, `inventory`) names the two collections `rejected-<party>-notices` and
    /// `unmatched-<party>-notices`.
    public NoticeRecords(Platform platform, String party) {
        this.rejected = new DocumentStore<>(platform, "rejected-" + party + "-notices", RejectedNotice.class);
        this.unmatched = new DocumentStore<>(platform, "unmatched-" + party + "-notices", UnmatchedNotice.class);
        this.party = party;
        this.clock = platform.clock();
    }

    public void reject(String reason, String body) {
        rejected.transit(slot(body), kept -> {
            long count = kept == null ? 1 : kept.count() + 1;
            return new Transition<>(
                    new RejectedNotice(reason, clock.instant(), RawBodies.cut(body), count), List.of(), count);
        });
    }

    public void keepUnmatched(String key, String body) {
        String id = key.substring(0, Math.min(key.length(), LONGEST_KEY));
        unmatched.transit(id, kept -> {
            List<String> before = kept == null ? List.of() : kept.bodies();
            List<String> bodies = RawBodies.with(before, body);
            return bodies.equals(before)
                    ? Transition.none(kept, bodies)
                    : new Transition<>(new UnmatchedNotice(key, clock.instant(), bodies), List.of(), bodies);
        });
    }

    /// The document in which [#reject] keeps such a body.
    public String slot(String body) {
        return party + "-" + Math.floorMod(body.hashCode(), SLOTS);
    }
}

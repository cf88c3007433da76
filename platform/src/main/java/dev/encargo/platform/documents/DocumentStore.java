package dev.encargo.platform.documents;

import dev.encargo.platform.Ids;
import dev.encargo.platform.Platform;
import dev.encargo.platform.Unavailable;
import dev.encargo.platform.effects.Effect;
import dev.encargo.platform.effects.Effects;
import dev.encargo.platform.effects.Intents;
import dev.encargo.platform.json.Jsons;
import io.avaje.jsonb.JsonType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One collection of typed documents: reads, decides, writes with effects, performs what it wrote.
///
/// A write that meets a conflict reads again and decides again. A write whose answer was lost is recognised by its
/// writer's id.
public final class DocumentStore<T> {
    private static final int ATTEMPTS = 50;

    /// From this long after a write its effects belong to the relay.
    public static final Duration RELAY_AFTER = Duration.ofMinutes(1);

    private final String collection;
    private final JsonType<T> json;
    private final Function<Versioned<T>, List<IndexEntry>> index;
    private final Documents documents;
    private final Intents intents;
    private final Effects effects;
    private final InstantSource clock;

    /// `index` gives a document's entries in the collection's declared indexes.
    public DocumentStore(
            Platform platform, String collection, Class<T> type, Function<Versioned<T>, List<IndexEntry>> index) {
        this.collection = collection;
        this.json = Jsons.type(type);
        this.index = index;
        this.documents = platform.documents();
        this.clock = platform.clock();
        this.intents = new Intents(clock);
        this.effects = new Effects(platform);
    }

    public DocumentStore(Platform platform, String collection, Class<T> type) {
        this(platform, collection, type, _ -> List.of());
    }

    public Optional<Versioned<T>> get(String id) {
        return documents.get(collection, id).map(this::read);
    }

    public Page query(IndexQuery query) {
        return documents.query(collection, query);
    }

    public Versioned<T> read(StoredDocument stored) {
        return new Versioned<>(json.fromJson(stored.body()), stored.version());
    }

    /// Decides about the document `id` (null when absent) and writes the decision, deciding anew on every conflict.
    ///
    /// @throws WriteContended when fifty attempts met fifty other writers
    public <R> R change(String id, Function<@Nullable Versioned<T>, Decision<T, R>> decide) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            @Nullable StoredDocument stored = documents.get(collection, id).orElse(null);
            Decision<T, R> decision = decide.apply(stored == null ? null : read(stored));
            switch (decision) {
                case Decision.Keep<T, R> keep -> {
                    return keep.outcome();
                }
                case Decision.Write<T, R> write -> {
                    if (written(id, stored, write)) {
                        return write.outcome();
                    }
                }
            }
        }
        throw new WriteContended(collection, id, ATTEMPTS);
    }

    /// Applies a pure transition to the document `id` (null when absent), anew on every conflict. Each write raises
    /// the version by one.
    ///
    /// @throws WriteContended when fifty attempts met fifty other writers
    public <R> R transit(String id, Function<@Nullable T, Transition<T, R>> transition) {
        return change(id, found -> decision(found, transition.apply(found == null ? null : found.body())));
    }

    private <R> Decision<T, R> decision(@Nullable Versioned<T> found, Transition<T, R> transition) {
        @Nullable T body = transition.body();
        boolean same = found != null
                && found.body().equals(body)
                && transition.intents().isEmpty();
        return body == null || same
                ? Decision.keep(transition.outcome())
                : Decision.write(
                        body, found == null ? 1 : found.version() + 1, transition.intents(), transition.outcome());
    }

    /// Inserts the document unless its id exists, without reading first. Returns whether this call inserted it.
    public boolean insert(String id, Decision.Write<T, ?> write) {
        return written(id, null, write);
    }

    private boolean written(String id, @Nullable StoredDocument stored, Decision.Write<T, ?> write) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Effect> decided = intents.effects(id, write.intents(), now);
        Versioned<T> next = new Versioned<>(write.body(), write.version());
        Draft draft = new Draft(
                id,
                write.version(),
                json.toJson(write.body()),
                decided,
                now.plus(RELAY_AFTER),
                index.apply(next),
                Ids.fresh("wri", clock));
        return switch (store(stored, draft)) {
            case Written.Conflict _ -> false;
            case Written.Done done -> {
                if (!done.performed() && !decided.isEmpty()) {
                    effects.performAndSettle(collection, id, decided);
                }
                yield true;
            }
        };
    }

    private Written store(@Nullable StoredDocument stored, Draft draft) {
        try {
            return confirmed(draft, attempt(stored, draft));
        } catch (Unavailable lost) {
            if (isOurs(draft)) {
                return new Written.Done(0, false);
            }
            throw lost;
        }
    }

    private Written attempt(@Nullable StoredDocument stored, Draft draft) {
        return stored == null
                ? documents.insert(collection, draft)
                : documents.replace(collection, draft, stored.revision());
    }

    private Written confirmed(Draft draft, Written written) {
        return written instanceof Written.Conflict && isOurs(draft) ? new Written.Done(0, false) : written;
    }

    private boolean isOurs(Draft draft) {
        return documents
                .get(collection, draft.id())
                .map(found -> found.writer().equals(draft.writer()))
                .orElse(false);
    }
}

package dev.encargo.local.delivery;

import dev.encargo.local.bus.EventDocument;
import dev.encargo.local.bus.RuleSet;
import dev.encargo.local.clock.HostClock;
import dev.encargo.local.delivery.CompiledRule.CompiledTarget;
import dev.encargo.local.function.Callers;
import dev.encargo.local.schema.EventSchemas;
import dev.encargo.local.schema.Misfit;
import dev.encargo.local.store.Change;
import dev.encargo.local.store.Database;
import dev.encargo.local.store.Tx;
import dev.encargo.local.template.model.RuleResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.platform.event.EventMessage;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The buses of the template. An event is one row of the log; what its rules do with it is written in the same
/// transaction or, while callers wait for the store, soon afterwards by the [Dispatcher]. One that does not fit its
/// schema is delivered like all others, as EventBridge does, and told to the [MisfitLog].
public final class Bus {
    private final HostClock clock;
    private final Database database;
    private final Targets targets;
    private final Retries retries;
    private final Streams streams;
    private final Dispatcher dispatcher;
    private final BusEvent.Place place;
    private final EventSchemas schemas;
    private final MisfitLog misfits;
    private final Map<String, RuleSet> rules = new LinkedHashMap<>();
    private final Map<String, CompiledRule> compiled = new LinkedHashMap<>();

    Bus(
            Stack stack,
            HostClock clock,
            Database database,
            Targets targets,
            Retries retries,
            Streams streams,
            Callers callers,
            MisfitLog misfits) {
        this.schemas = stack.eventSchemas();
        this.misfits = misfits;
        this.clock = clock;
        this.database = database;
        this.targets = targets;
        this.retries = retries;
        this.streams = streams;
        this.place = new BusEvent.Place(stack.region(), stack.accountId());
        this.dispatcher = new Dispatcher(database, this, callers);
        Map<String, Map<String, String>> patterns = new LinkedHashMap<>();
        for (RuleResource rule : stack.rules().values()) {
            if (rule.enabled() && rule.patternJson().isPresent()) {
                patterns.computeIfAbsent(rule.bus(), _ -> new LinkedHashMap<>())
                        .put(rule.id(), rule.patternJson().get());
                compiled.put(rule.id(), CompiledRule.of(rule));
            }
        }
        patterns.forEach((bus, byRule) -> rules.put(bus, RuleSet.of(byRule)));
    }

    public Dispatcher dispatcher() {
        return dispatcher;
    }

    /// What publishing an event of Encargo's own writes. `subject` is the order's id.
    public Change publish(String bus, EventMessage event, @Nullable String subject) {
        return put(BusEvent.of(
                event.id(), bus, event.source(), event.type(), subject, event.time(), event.detail(), place));
    }

    /// What an event of an AWS service on the default bus writes: nothing where no rule wants it.
    public Change service(String source, String type, String detailJson) {
        Instant now = clock.instant();
        BusEvent event = BusEvent.of("", "default", source, type, null, now, detailJson, place);
        event = new BusEvent(
                event.envelopeId(), event.envelopeId(), event.bus(), source, type, null, now, event.json());
        return matching(event).isEmpty() ? Change.NOTHING : put(event);
    }

    private Change put(BusEvent event) {
        if (database.backlog() > Dispatcher.CALLERS_WAITING) {
            return tx -> {
                long sequence = insert(tx, event, null);
                tx.afterCommit(() -> dispatcher.add(sequence, event));
            };
        }
        Plan plan = plan(event);
        return tx -> plan.write(tx, insert(tx, event, plan.rules()));
    }

    private long insert(Tx tx, BusEvent event, @Nullable String rules) throws SQLException {
        tx.afterCommit(() -> streams.grew(event.json().length()));
        return tx.insert(
                "INSERT INTO events (id, bus, source, type, subject, time, body, rules) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                event.id(),
                event.bus(),
                event.source(),
                event.type(),
                event.subject(),
                event.time().toEpochMilli(),
                event.json(),
                rules);
    }

    /// What the rules do with one event, and what of it does not fit its schema: decided outside the writing thread.
    final class Plan {
        private final BusEvent event;
        private final List<String> matched;
        private final List<Planned> planned;
        private final List<Misfit> unfit;

        private Plan(BusEvent event, List<String> matched, List<Planned> planned, List<Misfit> unfit) {
            this.event = event;
            this.matched = matched;
            this.planned = planned;
            this.unfit = unfit;
        }

        String rules() {
            return String.join(",", matched);
        }

        void write(Tx tx, long sequence) throws SQLException {
            if (!unfit.isEmpty()) {
                tx.afterCommit(() -> misfits.published(event.id(), event.type(), unfit));
            }
            for (Planned next : planned) {
                next.change(() -> sequence).write(tx);
            }
        }
    }

    private interface Planned {
        Change change(Retries.EventSequence sequence);
    }

    Plan plan(BusEvent event) {
        List<String> matched = matching(event);
        EventDocument document = EventDocument.of(event.json());
        List<Planned> planned = new ArrayList<>();
        for (String rule : matched) {
            for (CompiledTarget target :
                    Objects.requireNonNull(compiled.get(rule)).targets()) {
                planned.add(planned(target, event, document));
            }
        }
        return new Plan(event, matched, planned, schemas.misfits(document.tree()));
    }

    private Planned planned(CompiledTarget target, BusEvent event, EventDocument document) {
        try {
            Change delivery = targets.delivery(target, event, document);
            return _ -> delivery;
        } catch (DeliveryRefused why) {
            return sequence -> retries.first(event, target, why, sequence);
        }
    }

    private List<String> matching(BusEvent event) {
        RuleSet set = rules.get(event.bus());
        return set == null ? List.of() : set.matches(event.json());
    }

    /// Makes the next deliveries to a target fail, as a throttled service would.
    public void failTarget(String targetArn, int times) {
        targets.fail(targetArn, times);
    }

    /// Events dropped because a target without dead-letter queue failed for good.
    public long dropped() {
        return retries.dropped.get();
    }

    public boolean quiet() {
        return dispatcher.quiet() && retries.quiet();
    }

    /// Delivers a dead letter of a target once more. Returns false when the rule or target no longer exists
    /// or refuses it again.
    public boolean redeliver(String eventJson, Map<String, String> attributes) {
        CompiledRule rule = compiled.get(attributes.getOrDefault("ENCARGO_RULE", ""));
        if (rule == null) {
            return false;
        }
        for (CompiledTarget target : rule.targets()) {
            if (target.target().id().equals(attributes.get("ENCARGO_TARGET"))) {
                BusEvent event = StoredEvents.read(eventJson, rule.rule().bus());
                return delivered(target, event);
            }
        }
        return false;
    }

    private boolean delivered(CompiledTarget target, BusEvent event) {
        try {
            Change delivery = targets.delivery(target, event, EventDocument.of(event.json()));
            return database.work(tx -> {
                delivery.write(tx);
                return true;
            });
        } catch (DeliveryRefused stillNot) {
            return false;
        }
    }

    /// After a restart: events that were not dispatched yet, and deliveries waiting for their retry.
    public void recover() {
        dispatcher.recover();
        StoredEvents.failedDeliveries(database, compiled).forEach(f -> retries.schedule(f.failed(), f.due()));
    }
}

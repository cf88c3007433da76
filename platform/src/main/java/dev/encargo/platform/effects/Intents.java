package dev.encargo.platform.effects;

import dev.encargo.platform.Ids;
import dev.encargo.platform.Trace;
import dev.encargo.platform.event.Events;
import dev.encargo.platform.json.Jsons;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Turns what a decision wants into effects with ids and encoded content, ready to be stored.
public final class Intents {
    private final InstantSource clock;

    public Intents(InstantSource clock) {
        this.clock = clock;
    }

    /// The effects of `intents` about the document or order `subject`, in order.
    public List<Effect> effects(String subject, List<Intent> intents, Instant now) {
        return intents.stream().map(intent -> effect(subject, intent, now)).toList();
    }

    private Effect effect(String subject, Intent intent, Instant now) {
        return switch (intent) {
            case Intent.Publish publish -> publish(subject, publish, now);
            case Intent.Succeed succeed ->
                new Effect.Succeed(fresh(), succeed.token(), Jsons.JSONB.toJson(succeed.output()));
            case Intent.Fail fail -> new Effect.Fail(fresh(), fail.token(), fail.error(), fail.cause());
            case Intent.Start start ->
                new Effect.StartWorkflow(fresh(), start.workflow(), start.name(), Jsons.write(start.input()));
            case Intent.Send send -> new Effect.Send(fresh(), send.queue(), Jsons.write(send.message()));
        };
    }

    private Effect publish(String subject, Intent.Publish publish, Instant now) {
        String id = Ids.fresh("evt", clock);
        return new Effect.Publish(
                id,
                Events.message(
                        id, publish.event(), now, subject, publish.sequence(), Trace.parent(), publish.confidential()));
    }

    private String fresh() {
        return Ids.fresh("eff", clock);
    }
}

package dev.encargo.platform.effects;

import dev.encargo.platform.EventBus;
import dev.encargo.platform.Platform;
import dev.encargo.platform.RequestQueue;
import dev.encargo.platform.Workflows;
import dev.encargo.platform.Workflows.Answer;
import java.util.List;

/// Performs one effect through the ports. An execution that exists already and a token that is no longer awaited
/// are successes.
public final class Performer {
    private final EventBus bus;
    private final Workflows workflows;
    private final RequestQueue queue;

    public Performer(Platform platform) {
        this.bus = platform.bus();
        this.workflows = platform.workflows();
        this.queue = platform.queue();
    }

    /// @throws EffectFailed when the bus refused the event
    /// @throws dev.encargo.platform.Unavailable when the service does not answer
    public void perform(Effect effect) {
        switch (effect) {
            case Effect.Publish publish -> publish(publish);
            case Effect.Succeed succeed -> workflows.answer(succeed.token(), new Answer.Success(succeed.output()));
            case Effect.Fail fail -> workflows.answer(fail.token(), new Answer.Failure(fail.error(), fail.cause()));
            case Effect.StartWorkflow start -> workflows.start(start.workflow(), start.name(), start.input());
            case Effect.Send send -> queue.send(send.queue(), send.body());
        }
    }

    private void publish(Effect.Publish publish) {
        if (!bus.publish(List.of(publish.event())).isEmpty()) {
            throw new EffectFailed(publish, "the bus did not take the event");
        }
    }
}

package dev.encargo.rules.broken.orders.usecase;

import dev.encargo.platform.EventBus;
import dev.encargo.platform.Platform;
import dev.encargo.platform.RequestQueue;
import dev.encargo.platform.Workflows;
import dev.encargo.platform.effects.Performer;
import java.util.List;
import java.util.function.Supplier;

/// Performs effects that belong into a write.
public class Hasty {

    void publishes(EventBus bus) {
        bus.publish(List.of());
    }

    void sends(RequestQueue queue) {
        queue.send("stock-requests", "{}");
    }

    void starts(Workflows workflows) {
        workflows.start("UndoOrder", "ord_1", "{}");
    }

    void answers(Platform platform) {
        platform.workflows().answer("token", new Workflows.Answer.Success("{}"));
    }

    Object passesOn(Platform platform) {
        return platform.queue();
    }

    Supplier<Object> passesOnLater(Platform platform) {
        return platform::bus;
    }

    void performs(Platform platform) {
        new Performer(platform);
    }
}

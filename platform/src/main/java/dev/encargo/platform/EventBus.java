package dev.encargo.platform;

import dev.encargo.platform.event.EventMessage;
import java.util.List;

/// Publishes events on the bus `encargo`. At least once: a consumer sees an event's `id` again after a lost answer.
public interface EventBus {

    /// Publishes in the given order, in batches of ten. Each event is ≤ 60 KB.
    ///
    /// @return the events that the bus did not take, in order; empty when all were taken
    /// @throws Unavailable when the bus cannot be reached
    List<EventMessage> publish(List<EventMessage> events);
}

package dev.encargo.local.document;

import dev.encargo.local.store.Change;
import dev.encargo.platform.effects.Effect;
import java.util.List;

/// What the host does at once because a document was written with these effects: events and their deliveries,
/// messages, workflow steps.
@FunctionalInterface
public interface Consequences {
    Change of(List<Effect> effects);
}

package dev.encargo.local.delivery;

import dev.encargo.local.schema.Misfit;
import java.util.List;

/// Who is told of an event that was published and does not fit its schema.
@FunctionalInterface
public interface MisfitLog {
    void published(String eventId, String type, List<Misfit> misfits);
}

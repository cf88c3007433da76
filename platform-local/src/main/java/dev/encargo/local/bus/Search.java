package dev.encargo.local.bus;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whether conditions hold together: fields that lie in one list must lie in the same element of it. Fields are
/// tried in the order of their names, as the matcher does, which decides what "absent" means inside lists.
final class Search {

    private final EventFields event;
    private final List<Condition> conditions;

    private Search(EventFields event, List<Condition> conditions) {
        this.event = event;
        this.conditions = conditions;
    }

    static boolean holds(EventFields event, List<Condition> conditions) {
        List<Condition> byName = conditions.stream()
                .sorted(Comparator.comparing(Condition::path))
                .toList();
        return new Search(event, byName).from(0, Map.of());
    }

    private boolean from(int next, Map<Integer, Integer> elements) {
        if (next == conditions.size()) {
            return true;
        }
        Condition condition = conditions.get(next);
        boolean present = false;
        for (EventField field : event.at(condition.path())) {
            Map<Integer, Integer> joined = join(elements, field.elements());
            present |= joined != null;
            if (joined != null && condition.accepts(field.json()) && from(next + 1, joined)) {
                return true;
            }
        }
        return !present && condition.absenceWillDo() && from(next + 1, elements);
    }

    /// Null when the two lie in different elements of one list.
    private static @Nullable Map<Integer, Integer> join(Map<Integer, Integer> some, Map<Integer, Integer> more) {
        if (more.isEmpty()) {
            return some;
        }
        Map<Integer, Integer> joined = new HashMap<>(some);
        for (Map.Entry<Integer, Integer> element : more.entrySet()) {
            Integer known = joined.put(element.getKey(), element.getValue());
            if (known != null && !known.equals(element.getValue())) {
                return null;
            }
        }
        return joined;
    }
}

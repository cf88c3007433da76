package dev.encargo.local.workflow.definition;

import java.util.ArrayList;
import java.util.List;

/// Collects everything that is wrong with a definition.
final class Problems {
    private final List<Problem> found = new ArrayList<>();

    void add(String path, String message) {
        found.add(new Problem(path.isEmpty() ? "/" : path, message));
    }

    boolean none() {
        return found.isEmpty();
    }

    List<Problem> all() {
        return List.copyOf(found);
    }
}

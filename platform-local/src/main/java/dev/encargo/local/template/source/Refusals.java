package dev.encargo.local.template.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects every refusal of one reading, so that a person sees them all at once.
public final class Refusals {

    private final Set<Refusal> found = new LinkedHashSet<>();

    public void add(Position at, Phrase what, Phrase why, Phrase remedy) {
        found.add(new Refusal(at, what, why, remedy));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /// Ordered by file and line.
    public List<Refusal> all() {
        List<Refusal> sorted = new ArrayList<>(found);
        sorted.sort((a, b) -> a.at().compareTo(b.at()));
        return List.copyOf(sorted);
    }

    /// Ends the reading where anything was found.
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new TemplateRefused(all());
        }
    }
}

package dev.encargo.journeys.protocol;

import java.util.EnumSet;
import java.util.Set;

/// Which rules hold.
record Rules(Set<Rule> off) {
    static final Rules ALL = new Rules(EnumSet.noneOf(Rule.class));

    static Rules without(Rule rule) {
        return new Rules(EnumSet.of(rule));
    }

    boolean on(Rule rule) {
        return !off.contains(rule);
    }
}

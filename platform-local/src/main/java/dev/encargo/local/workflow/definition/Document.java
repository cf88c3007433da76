package dev.encargo.local.workflow.definition;

import java.util.HashSet;
import java.util.Set;

/// What is shared while one definition is read.
///
/// @param type whether the flow being read runs as a Standard or an Express workflow
/// @param names the names of all states so far: they are unique in the whole machine
/// @param variables those of the flows around the one being read
record Document(Problems problems, WorkflowType type, Set<String> names, Set<String> variables) {
    Document(Problems problems, WorkflowType type) {
        this(problems, type, new HashSet<>(), Set.of());
    }

    Document runningAs(WorkflowType other) {
        return new Document(problems, other, names, variables);
    }

    /// For the flows inside one that sets these variables.
    Document within(Set<String> more) {
        Set<String> all = new HashSet<>(variables);
        all.addAll(more);
        return new Document(problems, type, names, Set.copyOf(all));
    }
}

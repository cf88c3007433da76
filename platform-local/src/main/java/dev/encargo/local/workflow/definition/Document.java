package dev.encargo.local.workflow.definition;

import java.util.HashSet;
import java.util.Set;

/// What is shared while one definition is read.
///
/// @param type whether the flow being read runs as a Standard or an Express workflow
/// @param names the names of all states so far: they are unique in the whole machine
record Document(Problems problems, WorkflowType type, Set<String> names) {
    Document(Problems problems, WorkflowType type) {
        this(problems, type, new HashSet<>());
    }

    Document runningAs(WorkflowType other) {
        return new Document(problems, other, names);
    }
}

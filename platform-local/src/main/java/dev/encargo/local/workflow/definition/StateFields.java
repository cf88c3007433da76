package dev.encargo.local.workflow.definition;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which fields each kind of state may have in each query language.
final class StateFields {
    private static final Set<String> EVERY = Set.of("Type", "Comment", "QueryLanguage");
    private static final Set<String> PATHS = Set.of("InputPath", "OutputPath");
    private static final Set<String> AFTER = Set.of("Next", "End");
    private static final Set<String> POLICY = Set.of("Retry", "Catch");
    private static final Set<String> ITERATION = Set.of(
            "ItemProcessor",
            "ItemSelector",
            "ItemReader",
            "ItemBatcher",
            "ResultWriter",
            "MaxConcurrency",
            "ToleratedFailureCount",
            "ToleratedFailurePercentage",
            "Label");

    private static final Map<String, Set<String>> JSON_PATH = Map.of(
            "Pass", union(PATHS, AFTER, Set.of("Result", "ResultPath", "Parameters", "Assign")),
            "Task",
                    union(
                            PATHS,
                            AFTER,
                            POLICY,
                            Set.of("Resource", "Parameters", "ResultSelector", "ResultPath", "Credentials", "Assign"),
                            Set.of("TimeoutSeconds", "TimeoutSecondsPath", "HeartbeatSeconds", "HeartbeatSecondsPath")),
            "Choice", union(PATHS, Set.of("Choices", "Default", "Assign")),
            "Wait", union(PATHS, AFTER, Set.of("Seconds", "SecondsPath", "Timestamp", "TimestampPath", "Assign")),
            "Succeed", PATHS,
            "Fail", Set.of("Error", "Cause", "ErrorPath", "CausePath"),
            "Parallel",
                    union(
                            PATHS,
                            AFTER,
                            POLICY,
                            Set.of("Branches", "Parameters", "ResultSelector", "ResultPath", "Assign")),
            "Map",
                    union(
                            PATHS,
                            AFTER,
                            POLICY,
                            ITERATION,
                            Set.of("Iterator", "Parameters", "ItemsPath", "ResultSelector", "ResultPath", "Assign"),
                            Set.of(
                                    "MaxConcurrencyPath",
                                    "ToleratedFailureCountPath",
                                    "ToleratedFailurePercentagePath")));

    private static final Map<String, Set<String>> JSONATA = Map.of(
            "Pass", union(AFTER, Set.of("Output", "Assign")),
            "Task",
                    union(
                            AFTER,
                            POLICY,
                            Set.of("Resource", "Arguments", "Output", "Credentials", "Assign"),
                            Set.of("TimeoutSeconds", "HeartbeatSeconds")),
            "Choice", Set.of("Choices", "Default", "Output", "Assign"),
            "Wait", union(AFTER, Set.of("Seconds", "Timestamp", "Output", "Assign")),
            "Succeed", Set.of("Output"),
            "Fail", Set.of("Error", "Cause"),
            "Parallel", union(AFTER, POLICY, Set.of("Branches", "Arguments", "Output", "Assign")),
            "Map", union(AFTER, POLICY, ITERATION, Set.of("Items", "Output", "Assign")));

    private StateFields() {}

    static Set<String> kinds() {
        return JSON_PATH.keySet();
    }

    static void check(Fields fields, String kind) {
        Set<String> allowed = of(fields.language()).getOrDefault(kind, Set.of());
        Set<String> elsewhere = of(fields.jsonata() ? QueryLanguage.JSON_PATH : QueryLanguage.JSONATA)
                .getOrDefault(kind, Set.of());
        for (String name : (Iterable<String>) fields.node()::fieldNames) {
            if (EVERY.contains(name) || allowed.contains(name)) {
                continue;
            }
            fields.problem(
                    name,
                    elsewhere.contains(name)
                            ? "The field '" + name + "' is not supported in a state whose query language is "
                                    + fields.language().word()
                            : "The field '" + name + "' is not supported in a state of type " + kind);
        }
    }

    private static Map<String, Set<String>> of(QueryLanguage language) {
        return language == QueryLanguage.JSONATA ? JSONATA : JSON_PATH;
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        Set<String> all = new HashSet<>();
        for (Set<String> set : sets) {
            all.addAll(set);
        }
        return Set.copyOf(all);
    }
}

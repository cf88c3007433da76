package dev.encargo.local.workflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.workflow.data.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A state of one of the eight kinds. Where a kind has `next`, null means that the flow ends there.
public sealed interface State {
    String name();

    DataFlow data();

    /// The kind as the language names it: `Task`, `Choice`, …
    String kind();

    /// What to do about errors. Only Task, Parallel and Map states can retry and catch.
    default ErrorPolicy policy() {
        return ErrorPolicy.NONE;
    }

    default @Nullable String next() {
        return null;
    }

    record Pass(
            String name,
            DataFlow data,
            @Nullable String next,
            @Nullable JsonNode result) implements State {
        @Override
        public String kind() {
            return "Pass";
        }
    }

    /// @param credentials the role to call the task with, or null
    /// @param timeout seconds within which the task must answer, or null for no limit
    /// @param heartbeat seconds within which the task must give a sign of life, or null for no limit
    record Task(
            String name,
            DataFlow data,
            @Nullable String next,
            ErrorPolicy policy,
            Resource resource,
            @Nullable Expression credentials,
            @Nullable Expression timeout,
            @Nullable Expression heartbeat)
            implements State {
        @Override
        public String kind() {
            return "Task";
        }
    }

    record Choice(
            String name,
            DataFlow data,
            List<ChoiceRule> rules,
            @Nullable String otherwise) implements State {
        @Override
        public String kind() {
            return "Choice";
        }
    }

    /// @param seconds how long to wait, or null when `timestamp` says until when
    /// @param timestamp until when to wait, or null when `seconds` says how long
    record Wait(
            String name,
            DataFlow data,
            @Nullable String next,
            @Nullable Expression seconds,
            @Nullable Expression timestamp)
            implements State {
        @Override
        public String kind() {
            return "Wait";
        }
    }

    record Succeed(String name, DataFlow data) implements State {
        @Override
        public String kind() {
            return "Succeed";
        }
    }

    record Fail(
            String name,
            DataFlow data,
            @Nullable Expression error,
            @Nullable Expression cause) implements State {
        @Override
        public String kind() {
            return "Fail";
        }
    }

    record Parallel(String name, DataFlow data, @Nullable String next, ErrorPolicy policy, List<Flow> branches)
            implements State {
        @Override
        public String kind() {
            return "Parallel";
        }
    }

    record Map(
            String name, DataFlow data, @Nullable String next, ErrorPolicy policy, Flow processor, Iteration iteration)
            implements State {
        @Override
        public String kind() {
            return "Map";
        }
    }
}

package dev.encargo.local.workflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.workflow.data.Amount;
import dev.encargo.local.workflow.data.Expression;
import dev.encargo.local.workflow.data.Path;
import dev.encargo.local.workflow.data.Scope;
import dev.encargo.local.workflow.data.StatesError;
import java.util.List;

/// The test of a rule of a Choice state.
public sealed interface Condition {
    boolean holds(Scope scope);

    record And(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(Scope scope) {
            return conditions.stream().allMatch(condition -> condition.holds(scope));
        }
    }

    record Or(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(Scope scope) {
            return conditions.stream().anyMatch(condition -> condition.holds(scope));
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(Scope scope) {
            return !condition.holds(scope);
        }
    }

    record Jsonata(Expression expression) implements Condition {
        @Override
        public boolean holds(Scope scope) {
            return Amount.flag(expression, "Condition", scope);
        }
    }

    record IsPresent(Path variable, boolean expected) implements Condition {
        @Override
        public boolean holds(Scope scope) {
            return (variable.find(scope) != null) == expected;
        }
    }

    /// A test of what kind of value there is.
    record IsKind(Path variable, ComparisonOperator.Kind kind, boolean expected) implements Condition {
        @Override
        public boolean holds(Scope scope) {
            return kind.includes(value(variable, scope)) == expected;
        }
    }

    record Comparison(Path variable, ComparisonOperator operator, JsonNode value) implements Condition {
        @Override
        public boolean holds(Scope scope) {
            return operator.holds(Condition.value(variable, scope), value);
        }
    }

    record PathComparison(Path variable, ComparisonOperator operator, Path other) implements Condition {
        @Override
        public boolean holds(Scope scope) {
            return operator.holds(Condition.value(variable, scope), Condition.value(other, scope));
        }
    }

    private static JsonNode value(Path path, Scope scope) {
        JsonNode found = path.find(scope);
        if (found == null) {
            throw StatesError.runtime("Invalid path '" + path.text()
                    + "': The choice state's condition path references an invalid value.");
        }
        return found;
    }
}

package dev.encargo.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.template.model.FunctionResource;
import dev.encargo.local.template.model.RuleResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.model.TargetResource;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The stack with one damage that the reader of the template would refuse before a rule could see it.
final class Damage {

    private static final Stack WHOLE = Infrastructure.STACK;

    private Damage() {}

    static Stack ofRule(String id, UnaryOperator<RuleResource> damage) {
        return with(WHOLE, "rules", replaced(WHOLE.rules(), id, damage));
    }

    /// Damages the first target of a rule.
    static Stack ofTarget(String rule, UnaryOperator<TargetResource> damage) {
        return ofRule(rule, whole -> {
            TargetResource first = whole.targets().getFirst();
            return with(whole, "targets", List.of(damage.apply(first)));
        });
    }

    static Stack ofFunction(String id, UnaryOperator<FunctionResource> damage) {
        return with(WHOLE, "functions", replaced(WHOLE.functions(), id, damage));
    }

    /// Gives a state of a workflow one more field.
    static Stack ofState(String machine, String state, String field, int value) {
        return with(WHOLE, "stateMachines", replaced(WHOLE.stateMachines(), machine, whole -> {
            JsonNode definition = whole.definition().deepCopy();
            ((ObjectNode) definition.path("States").path(state)).put(field, value);
            return with(whole, "definition", definition);
        }));
    }

    private static <T> Map<String, T> replaced(Map<String, T> all, String id, UnaryOperator<T> damage) {
        if (!all.containsKey(id)) {
            throw new IllegalArgumentException("the template has no " + id);
        }
        Map<String, T> copy = new LinkedHashMap<>(all);
        copy.computeIfPresent(id, (_, whole) -> damage.apply(whole));
        return copy;
    }

    /// A copy of a record with another value of one component.
    static <R extends Record> R with(R whole, String component, Object value) {
        RecordComponent[] components = whole.getClass().getRecordComponents();
        if (Arrays.stream(components).noneMatch(one -> one.getName().equals(component))) {
            throw new IllegalArgumentException(whole.getClass() + " has no " + component);
        }
        try {
            Object[] values = new Object[components.length];
            Class<?>[] types = new Class<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = components[i].getName().equals(component)
                        ? value
                        : components[i].getAccessor().invoke(whole);
            }
            @SuppressWarnings("unchecked")
            Constructor<R> made = (Constructor<R>) whole.getClass().getDeclaredConstructor(types);
            return made.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no " + whole.getClass() + " could be made", e);
        }
    }
}

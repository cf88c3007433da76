package dev.encargo.local.workflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.encargo.local.workflow.data.Expression;
import dev.encargo.local.workflow.data.Path;
import dev.encargo.local.workflow.data.SyntaxProblem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a Choice state and its rules.
final class ChoiceReader {
    private static final Set<String> COMBINATIONS = Set.of("And", "Or", "Not");
    private static final Set<String> AROUND = Set.of("Next", "Assign", "Comment");
    private static final Set<String> JSONATA_RULE = Set.of("Condition", "Next", "Assign", "Output", "Comment");
    private static final Map<String, ComparisonOperator.Kind> KINDS = Map.of(
            "IsNull", ComparisonOperator.Kind.NULL,
            "IsNumeric", ComparisonOperator.Kind.NUMERIC,
            "IsString", ComparisonOperator.Kind.STRING,
            "IsBoolean", ComparisonOperator.Kind.BOOLEAN,
            "IsTimestamp", ComparisonOperator.Kind.TIMESTAMP);
    private static final Condition NEVER = new Condition.Or(List.of());

    private final Fields state;

    ChoiceReader(Fields state) {
        this.state = state;
    }

    State read(String name, DataFlow data) {
        List<ChoiceRule> rules = new ArrayList<>();
        ArrayNode listed = state.array("Choices");
        if (!state.has("Choices") || (listed != null && listed.isEmpty())) {
            state.problem("Choices", "A Choice state needs at least one rule");
        }
        for (int i = 0; listed != null && i < listed.size(); i++) {
            Fields rule = state.element(listed, "Choices", i);
            if (rule != null) {
                rules.add(rule(rule));
            }
        }
        return new State.Choice(
                name, data, List.copyOf(rules), state.has("Default") ? state.requiredText("Default") : null);
    }

    private ChoiceRule rule(Fields rule) {
        String next = rule.requiredText("Next");
        Expression assign = DataFlowReader.assign(rule, Fields.BEFORE);
        if (!rule.jsonata()) {
            return new ChoiceRule(condition(rule, true), next, assign, null);
        }
        rule.refuseOthers(JSONATA_RULE);
        return new ChoiceRule(jsonata(rule), next, assign, rule.template("Output"));
    }

    private static Condition jsonata(Fields rule) {
        JsonNode condition = rule.node().get("Condition");
        if (condition == null) {
            rule.problem("Condition", "The field 'Condition' is required");
            return NEVER;
        }
        if (!condition.isBoolean() && !rule.hasExpression("Condition")) {
            rule.problem("Condition", "The field 'Condition' must be a boolean or a JSONata expression");
            return NEVER;
        }
        Expression expression = rule.template("Condition");
        return expression == null ? NEVER : new Condition.Jsonata(expression);
    }

    private Condition condition(Fields rule, boolean top) {
        Set<String> tests = new LinkedHashSet<>();
        for (String name : (Iterable<String>) rule.node()::fieldNames) {
            if (!name.equals("Variable") && !(top && AROUND.contains(name)) && !name.equals("Comment")) {
                tests.add(name);
            }
        }
        if (tests.size() != 1) {
            rule.problem(
                    "",
                    tests.isEmpty()
                            ? "A rule needs a comparison or one of 'And', 'Or' and 'Not'"
                            : "A rule has exactly one comparison, but there are " + tests);
            return NEVER;
        }
        String test = tests.iterator().next();
        return COMBINATIONS.contains(test) ? combination(rule, test) : comparison(rule, test);
    }

    private Condition combination(Fields rule, String test) {
        if (rule.has("Variable")) {
            rule.problem("Variable", "The field 'Variable' is not supported beside '" + test + "'");
        }
        if (test.equals("Not")) {
            Fields inner = rule.object("Not");
            return inner == null ? NEVER : new Condition.Not(condition(inner, false));
        }
        ArrayNode listed = rule.array(test);
        if (listed == null || listed.isEmpty()) {
            rule.problem(test, "The field '" + test + "' must be a non-empty array of rules");
            return NEVER;
        }
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            Fields inner = rule.element(listed, test, i);
            if (inner != null) {
                conditions.add(condition(inner, false));
            }
        }
        return test.equals("And") ? new Condition.And(conditions) : new Condition.Or(conditions);
    }

    private Condition comparison(Fields rule, String test) {
        Path variable = path(rule, "Variable");
        JsonNode value = rule.node().get(test);
        if (test.equals("IsPresent") || KINDS.containsKey(test)) {
            return kind(rule, variable, test, value);
        }
        ComparisonOperator operator = ComparisonOperator.named(test);
        if (operator != null) {
            return constant(rule, variable, operator, value);
        }
        ComparisonOperator byPath = test.endsWith("Path") && !test.startsWith("StringMatches")
                ? ComparisonOperator.named(test.substring(0, test.length() - 4))
                : null;
        if (byPath == null) {
            rule.problem(test, "There is no comparison '" + test + "'");
            return NEVER;
        }
        Path other = path(rule, test);
        return variable == null || other == null ? NEVER : new Condition.PathComparison(variable, byPath, other);
    }

    private static Condition kind(Fields rule, @Nullable Path variable, String test, JsonNode value) {
        if (!value.isBoolean()) {
            rule.problem(test, "The value of '" + test + "' must be a boolean");
        }
        if (variable == null) {
            return NEVER;
        }
        ComparisonOperator.Kind kind = KINDS.get(test);
        return kind == null
                ? new Condition.IsPresent(variable, value.asBoolean())
                : new Condition.IsKind(variable, kind, value.asBoolean());
    }

    private static Condition constant(
            Fields rule, @Nullable Path variable, ComparisonOperator operator, JsonNode value) {
        if (!operator.kind().includes(value)) {
            rule.problem(
                    operator.name(),
                    "The value of '" + operator.name() + "' must be of the kind "
                            + operator.kind().word());
        }
        return variable == null ? NEVER : new Condition.Comparison(variable, operator, value);
    }

    private static @Nullable Path path(Fields rule, String name) {
        String text = rule.requiredText(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Path.compile(text, name);
        } catch (SyntaxProblem e) {
            rule.problem(name, e.getMessage());
            return null;
        }
    }
}

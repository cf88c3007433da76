package dev.encargo.local.workflow.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Values of JSONata states: any JSON in which a text of the form `{% expression %}` stands for what it evaluates
/// to.
public final class Jsonata {
    private Jsonata() {}

    /// Requires that expressions ask `$states` only for what it has where they stand.
    ///
    /// @param parts such as `input`, `context` and `result`
    /// @throws SyntaxProblem when an expression asks for another part
    public static void requireParts(JsonNode template, Set<String> parts) {
        if (template.isContainerNode()) {
            template.forEach(inner -> requireParts(inner, parts));
        } else if (template.isTextual() && isExpression(template.textValue())) {
            for (String part : JsonataText.of(inside(template.textValue())).parts()) {
                if (!parts.contains(part)) {
                    throw new SyntaxProblem("'" + template.textValue() + "' asks for '$states." + part
                            + "', which does not exist here");
                }
            }
        }
    }

    /// Whether a text is an expression rather than itself.
    public static boolean isExpression(String text) {
        return text.startsWith("{%") && text.endsWith("%}") && text.length() >= 4;
    }

    private static String inside(String expression) {
        return expression.substring(2, expression.length() - 2).strip();
    }

    /// @param field the field's name and, inside it, the way to the value: `Arguments/OrderId`
    /// @throws SyntaxProblem when an expression is not well formed
    public static Expression compile(JsonNode template, String field) {
        return switch (template) {
            case ObjectNode object -> object(object, field);
            case ArrayNode array -> array(array, field);
            default -> template.isTextual() ? text(template, field) : Expression.constant(template);
        };
    }

    private static Expression text(JsonNode template, String field) {
        String text = template.textValue();
        if (isExpression(text)) {
            return new JsonataExpression(inside(text), field);
        }
        if (text.startsWith("{%") || text.endsWith("%}")) {
            throw new SyntaxProblem("'" + text
                    + "' is neither text nor a JSONata expression: it must start with '{%' and end" + " with '%}'");
        }
        return Expression.constant(template);
    }

    private static Expression object(ObjectNode template, String field) {
        List<Map.Entry<String, Expression>> members = new ArrayList<>(template.size());
        for (Map.Entry<String, JsonNode> member : template.properties()) {
            members.add(Map.entry(member.getKey(), compile(member.getValue(), field + "/" + member.getKey())));
        }
        return scope -> {
            ObjectNode filled = Json.object();
            for (Map.Entry<String, Expression> member : members) {
                filled.set(member.getKey(), member.getValue().evaluate(scope));
            }
            return filled;
        };
    }

    private static Expression array(ArrayNode template, String field) {
        List<Expression> items = new ArrayList<>(template.size());
        for (int i = 0; i < template.size(); i++) {
            items.add(compile(template.get(i), field + "[" + i + "]"));
        }
        return scope -> {
            ArrayNode filled = Json.array();
            for (Expression item : items) {
                filled.add(item.evaluate(scope));
            }
            return filled;
        };
    }
}

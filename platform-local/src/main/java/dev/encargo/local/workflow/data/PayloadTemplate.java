package dev.encargo.local.workflow.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A payload template of JSONPath states: any JSON in which the value of a member whose name ends in `.$` is a path
/// or a call of an intrinsic function.
public final class PayloadTemplate {
    private static final String SUFFIX = ".$";

    private PayloadTemplate() {}

    /// @throws SyntaxProblem when a path or a call in it is not well formed
    public static Expression compile(JsonNode template) {
        return switch (template) {
            case ObjectNode object -> object(object);
            case ArrayNode array -> array(array);
            default -> Expression.constant(template);
        };
    }

    /// A path or a call of an intrinsic function, as it may stand behind a name that ends in `.$`.
    static Expression dynamic(String text, String field) {
        if (Intrinsic.looksLikeCall(text)) {
            return Intrinsic.compile(text, field);
        }
        if (!text.startsWith("$")) {
            throw new SyntaxProblem("The value of the field '" + field
                    + "' must be a JSONPath or a call of an intrinsic function, but is '" + text + "'");
        }
        Path path = Path.compile(text, field);
        return scope -> {
            JsonNode found = path.find(scope);
            if (found == null) {
                throw new StatesError(StatesError.PARAMETER_PATH_FAILURE, path.notFound(scope));
            }
            return found;
        };
    }

    private record Member(String name, Expression value) {}

    private static Expression object(ObjectNode template) {
        List<Member> members = new ArrayList<>(template.size());
        Set<String> names = new HashSet<>();
        boolean fixed = true;
        for (Map.Entry<String, JsonNode> entry : template.properties()) {
            Member member = member(entry.getKey(), entry.getValue());
            if (!names.add(member.name())) {
                throw new SyntaxProblem("The template gives the field '" + member.name() + "' twice");
            }
            members.add(member);
            fixed &= member.value() instanceof Fixed;
        }
        if (fixed) {
            return new Fixed(template);
        }
        return scope -> {
            ObjectNode filled = Json.object();
            for (Member member : members) {
                filled.set(member.name(), member.value().evaluate(scope));
            }
            return filled;
        };
    }

    private static Member member(String name, JsonNode value) {
        if (!name.endsWith(SUFFIX)) {
            return new Member(name, value.isContainerNode() ? compile(value) : new Fixed(value));
        }
        if (!value.isTextual()) {
            throw new SyntaxProblem("The value of the field '" + name
                    + "' must be a JSONPath or a call of an intrinsic function, but is " + Json.write(value));
        }
        return new Member(name.substring(0, name.length() - SUFFIX.length()), dynamic(value.textValue(), name));
    }

    private static Expression array(ArrayNode template) {
        List<Expression> items = new ArrayList<>(template.size());
        boolean fixed = true;
        for (JsonNode item : template) {
            Expression compiled = item.isContainerNode() ? compile(item) : new Fixed(item);
            items.add(compiled);
            fixed &= compiled instanceof Fixed;
        }
        if (fixed) {
            return new Fixed(template);
        }
        return scope -> {
            ArrayNode filled = Json.array();
            for (Expression item : items) {
                filled.add(item.evaluate(scope));
            }
            return filled;
        };
    }

    private record Fixed(JsonNode value) implements Expression {
        @Override
        public JsonNode evaluate(Scope scope) {
            return value;
        }
    }
}

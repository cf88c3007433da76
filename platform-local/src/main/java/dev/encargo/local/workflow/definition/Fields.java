package dev.encargo.local.workflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.workflow.data.Expression;
import dev.encargo.local.workflow.data.Json;
import dev.encargo.local.workflow.data.Jsonata;
import dev.encargo.local.workflow.data.Path;
import dev.encargo.local.workflow.data.PayloadTemplate;
import dev.encargo.local.workflow.data.SyntaxProblem;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The fields of one object of a definition, each asked for as what it must be. What is wrong is noted, not thrown.
record Fields(ObjectNode node, String path, Document document, QueryLanguage language) {
    static final long MOST_SECONDS = 99_999_999;
    /// What `$states` has before a state has done its work, after that, and when a catcher takes an error.
    static final Set<String> BEFORE = Set.of("input", "context");

    static final Set<String> AFTER = Set.of("input", "context", "result");
    static final Set<String> CAUGHT = Set.of("input", "context", "errorOutput");

    boolean jsonata() {
        return language == QueryLanguage.JSONATA;
    }

    boolean has(String name) {
        return node.has(name);
    }

    String at(String name) {
        return path + "/" + name;
    }

    void problem(String name, String message) {
        document.problems().add(name.isEmpty() ? path : at(name), message);
    }

    void refuseOthers(Set<String> known) {
        for (String name : (Iterable<String>) node::fieldNames) {
            if (!known.contains(name)) {
                problem(name, "The field '" + name + "' is not supported here");
            }
        }
    }

    void refuseBoth(String one, String other) {
        if (has(one) && has(other)) {
            problem(one, "Only one of '" + one + "' and '" + other + "' is allowed");
        }
    }

    @Nullable
    String text(String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            problem(name, "The field '" + name + "' must be a string");
            return null;
        }
        return value.textValue();
    }

    String requiredText(String name) {
        if (!has(name)) {
            problem(name, "The field '" + name + "' is required");
            return "";
        }
        String value = text(name);
        if (value != null && value.isEmpty()) {
            problem(name, "The field '" + name + "' must not be empty");
        }
        return value == null ? "" : value;
    }

    @Nullable
    Long integer(String name, long least, long most) {
        JsonNode value = node.get(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < least
                || value.longValue() > most) {
            problem(name, "The field '" + name + "' must be an integer between " + least + " and " + most);
            return null;
        }
        return value.longValue();
    }

    @Nullable
    ArrayNode array(String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof ArrayNode array) {
            return array;
        }
        problem(name, "The field '" + name + "' must be an array");
        return null;
    }

    @Nullable
    Fields object(String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof ObjectNode object) {
            return new Fields(object, at(name), document, language);
        }
        problem(name, "The field '" + name + "' must be an object");
        return null;
    }

    /// The elements of an array of objects.
    @Nullable
    Fields element(ArrayNode array, String name, int index) {
        String where = at(name) + "/" + index;
        if (array.get(index) instanceof ObjectNode object) {
            return new Fields(object, where, document, language);
        }
        document.problems().add(where, "An object is expected here");
        return null;
    }

    /// A path; JSON null where `nullable` stands for an empty object.
    @Nullable
    Expression path(String name, boolean nullable) {
        JsonNode value = node.get(name);
        if (value == null) {
            return null;
        }
        if (nullable && value.isNull()) {
            return Expression.constant(Json.object());
        }
        String text = text(name);
        return text == null ? null : compiled(name, () -> Path.compile(text, name));
    }

    @Nullable
    Expression reference(String name) {
        String text = text(name);
        return text == null ? null : compiled(name, () -> Path.reference(text, name));
    }

    /// A payload template (JSONPath) or a value with expressions in it (JSONata).
    @Nullable
    Expression template(String name) {
        return template(name, BEFORE);
    }

    /// As [#template(String)], where `$states` has these parts.
    @Nullable
    Expression template(String name, Set<String> parts) {
        JsonNode value = node.get(name);
        if (value == null) {
            return null;
        }
        return compiled(name, () -> {
            if (!jsonata()) {
                return PayloadTemplate.compile(value);
            }
            Jsonata.requireParts(value, parts);
            return Jsonata.compile(value, name);
        });
    }

    /// A template that must be an object.
    @Nullable
    Expression objectTemplate(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isObject()) {
            return template(name);
        }
        problem(name, "The field '" + name + "' must be an object");
        return null;
    }

    boolean hasExpression(String name) {
        JsonNode value = node.get(name);
        return jsonata() && value != null && value.isTextual() && Jsonata.isExpression(value.textValue());
    }

    /// A whole number, which a JSONata state may also compute.
    @Nullable
    Expression integerOrExpression(String name, long least, long most) {
        if (hasExpression(name)) {
            return template(name);
        }
        Long value = integer(name, least, most);
        return value == null ? null : Expression.constant(Json.number(value));
    }

    /// A whole number or, in JSONPath states, the path to one in the field `…Path`.
    @Nullable
    Expression integerOrPath(String name, long least, long most) {
        String pathName = name + "Path";
        refuseBoth(name, pathName);
        return !jsonata() && has(pathName) ? reference(pathName) : integerOrExpression(name, least, most);
    }

    @Nullable
    Expression compiled(String name, Supplier<Expression> compile) {
        try {
            return compile.get();
        } catch (SyntaxProblem e) {
            problem(name, e.getMessage());
            return null;
        }
    }
}

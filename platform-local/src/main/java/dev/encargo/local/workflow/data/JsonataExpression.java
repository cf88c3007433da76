package dev.encargo.local.workflow.data;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One compiled JSONata expression. Evaluating it looks at no clock and no other source of chance than its scope's.
final class JsonataExpression implements Expression {
    private static final long LONGEST_MILLISECONDS = 2_000;
    private static final int DEEPEST = 1_000;
    private static final String STATES = "states";

    private final String text;
    private final String field;
    private final com.dashjoin.jsonata.Jsonata compiled;
    private final Set<String> names;

    JsonataExpression(String text, String field) {
        this.text = text;
        this.field = field;
        this.compiled = compile(text);
        JsonataText read = JsonataText.of(text);
        this.names = read.variables();
        if (read.withoutContext() != null) {
            throw new SyntaxProblem("'" + text + "' refers to '" + read.withoutContext()
                    + "' where it means nothing: the state's input is '$states.input'");
        }
    }

    private static com.dashjoin.jsonata.Jsonata compile(String text) {
        try {
            com.dashjoin.jsonata.Jsonata compiled = com.dashjoin.jsonata.Jsonata.jsonata(text);
            compiled.setOutputConvertNulls(false);
            compiled.setValidateInput(false);
            return compiled;
        } catch (JException e) {
            throw new SyntaxProblem("'" + text + "' is not a JSONata expression: " + e.getMessage());
        }
    }

    @Override
    public JsonNode evaluate(Scope scope) {
        Object result = result(scope);
        if (result == null) {
            throw failure("returned nothing (undefined).");
        }
        try {
            JsonNode value = JsonataValues.toJson(result);
            if (value == null) {
                throw failure("returned an unsupported result type.");
            }
            return value;
        } catch (IntrinsicProblem e) {
            throw failure("returned an unsupported result: " + e.getMessage());
        }
    }

    /// The failure of this expression to be what its field needs.
    StatesError unexpectedType(String expected, JsonNode value) {
        return failure("returned an unexpected result type. Expected '" + expected + "', but was '"
                + JsonataValues.typeName(value) + "' for value: " + Json.write(value));
    }

    /// The failure of this expression to give a value that its field accepts.
    StatesError unexpectedValue(String expected, JsonNode value) {
        return failure("returned a value that the field does not accept. Expected " + expected + ", but was "
                + Json.write(value));
    }

    private @Nullable Object result(Scope scope) {
        try {
            synchronized (compiled) {
                return compiled.evaluate(null, frame(scope));
            }
        } catch (JException e) {
            throw failure("threw an error during evaluation. " + e.getError() + ": " + e.getMessage());
        } catch (IntrinsicProblem
                | ClassCastException
                | IllegalArgumentException
                | IllegalStateException
                | ArithmeticException
                | IndexOutOfBoundsException
                | NullPointerException
                | StackOverflowError e) {
            throw failure("threw an error during evaluation. " + e.getMessage());
        }
    }

    private Frame frame(Scope scope) {
        Frame frame = compiled.createFrame();
        frame.setRuntimeBounds(LONGEST_MILLISECONDS, DEEPEST);
        JsonataFunctions.bind(frame, scope, names);
        for (String name : names) {
            JsonNode value = scope.variables().get(name);
            if (value != null) {
                frame.bind(name, JsonataValues.fromJson(value));
            }
        }
        if (names.contains(STATES)) {
            frame.bind(STATES, states(scope));
        }
        return frame;
    }

    private Map<String, @Nullable Object> states(Scope scope) {
        Map<String, @Nullable Object> bound = new LinkedHashMap<>();
        ObjectNode states = scope.states();
        if (states != null) {
            for (Map.Entry<String, JsonNode> part : states.properties()) {
                bound.put(part.getKey(), JsonataValues.fromJson(part.getValue()));
            }
        }
        if (text.contains("context") || !text.contains("$states.")) {
            bound.put("context", JsonataValues.fromJson(scope.context().get()));
        }
        return bound;
    }

    private StatesError failure(String what) {
        return new StatesError(
                StatesError.QUERY_EVALUATION_ERROR,
                "The JSONata expression '" + text + "' specified for the field '" + field + "' " + what);
    }
}

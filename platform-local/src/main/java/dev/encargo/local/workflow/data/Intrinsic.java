package dev.encargo.local.workflow.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A call of an intrinsic function of the States language, such as `States.Format('Hello {}', $.name)`.
public final class Intrinsic implements Expression {
    private final String text;
    private final IntrinsicFunction function;
    private final List<Expression> arguments;

    Intrinsic(String text, IntrinsicFunction function, List<Expression> arguments) {
        this.text = text;
        this.function = function;
        this.arguments = List.copyOf(arguments);
    }

    /// Whether a text is meant as a call rather than a path.
    public static boolean looksLikeCall(String text) {
        return text.startsWith("States.");
    }

    /// @throws SyntaxProblem when the text is no call of a known function
    public static Intrinsic compile(String text, String field) {
        return new IntrinsicParser(text, field).parse();
    }

    @Override
    public JsonNode evaluate(Scope scope) {
        try {
            return call(scope);
        } catch (IntrinsicProblem e) {
            throw new StatesError(
                    StatesError.INTRINSIC_FAILURE,
                    "The function '" + text + "' had the following error: " + e.getMessage());
        }
    }

    private JsonNode call(Scope scope) {
        List<JsonNode> values = new ArrayList<>(arguments.size());
        for (Expression argument : arguments) {
            values.add(value(argument, scope));
        }
        return function.apply(new Arguments(arguments, values, scope.chance()));
    }

    private static JsonNode value(Expression argument, Scope scope) {
        return switch (argument) {
            case Intrinsic nested -> nested.call(scope);
            case Path path -> {
                JsonNode found = path.find(scope);
                if (found == null) {
                    throw new IntrinsicProblem("The JsonPath argument for the field '" + path.text()
                            + "' could not be found in the input '" + Json.write(scope.input()) + "'");
                }
                yield found;
            }
            // Only a template interprets the escapes of its text itself.
            case Quoted quoted -> Json.text(Quoted.plain(quoted.raw()));
            default -> argument.evaluate(scope);
        };
    }
}

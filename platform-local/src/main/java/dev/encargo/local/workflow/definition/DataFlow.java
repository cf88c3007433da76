package dev.encargo.local.workflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.workflow.data.Expression;
import dev.encargo.local.workflow.data.Json;
import dev.encargo.local.workflow.data.ResultPath;
import dev.encargo.local.workflow.data.Scope;
import org.jspecify.annotations.Nullable;

/// How data goes into a state and out of it. In JSONPath: InputPath, Parameters, ResultSelector, Assign,
/// ResultPath, OutputPath. In JSONata: Arguments, Assign, Output.
public record DataFlow(
        QueryLanguage language,
        @Nullable Expression inputPath,
        @Nullable Expression arguments,
        @Nullable Expression resultSelector,
        ResultPath resultPath,
        @Nullable Expression outputPath,
        @Nullable Expression assign,
        @Nullable Expression output) {

    /// What a state leaves behind.
    ///
    /// @param output the input of the state that follows
    /// @param assigned variables to set, or null
    public record Outcome(JsonNode output, @Nullable ObjectNode assigned) {}

    public boolean isJsonata() {
        return language == QueryLanguage.JSONATA;
    }

    /// The input as the state sees it.
    ///
    /// @param raw looks at the state's raw input
    public JsonNode effectiveInput(Scope raw) {
        return inputPath == null ? raw.input() : inputPath.evaluate(raw);
    }

    /// The arguments for the state's work: its effective input unless the state says otherwise.
    ///
    /// @param effective looks at the state's effective input
    public JsonNode arguments(Scope effective) {
        return arguments == null ? effective.input() : arguments.evaluate(effective);
    }

    /// What the state leaves behind when its work gave `result`.
    ///
    /// @param raw looks at the state's raw input
    public Outcome finish(Scope raw, JsonNode result) {
        return isJsonata() ? finishJsonata(raw, result) : finishJsonPath(raw, result);
    }

    private Outcome finishJsonPath(Scope raw, JsonNode result) {
        JsonNode selected = resultSelector == null ? result : resultSelector.evaluate(raw.withInput(result));
        ObjectNode assigned = assigned(assign, raw.withInput(result));
        JsonNode merged = resultPath.put(raw.input(), selected);
        return new Outcome(outputPath(raw, merged), assigned);
    }

    private Outcome finishJsonata(Scope raw, JsonNode result) {
        Scope scope = withResult(raw, "result", result);
        JsonNode given = output == null ? result : output.evaluate(scope);
        return new Outcome(given, assigned(assign, scope));
    }

    /// What a state that only looks at its input and does no work leaves behind.
    ///
    /// @param raw looks at the state's raw input
    /// @param assign the variables to set, which may be those of a rule, or null
    /// @param output the output in JSONata, which may be that of a rule, or null
    public Outcome pass(Scope raw, JsonNode effective, @Nullable Expression assign, @Nullable Expression output) {
        Scope scope = raw.withInput(effective);
        if (isJsonata()) {
            JsonNode given = output == null ? raw.input() : output.evaluate(scope);
            return new Outcome(given, assigned(assign, scope));
        }
        return new Outcome(outputPath(raw, effective), assigned(assign, scope));
    }

    /// What an error that a catcher takes leaves behind.
    public Outcome caught(Scope raw, ErrorPolicy.Catcher catcher, JsonNode errorOutput) {
        if (isJsonata()) {
            Scope scope = withResult(raw, "errorOutput", errorOutput);
            Expression expression = catcher.output();
            JsonNode given = expression == null ? errorOutput : expression.evaluate(scope);
            return new Outcome(given, assigned(catcher.assign(), scope));
        }
        ObjectNode assigned = assigned(catcher.assign(), raw.withInput(errorOutput));
        return new Outcome(catcher.resultPath().put(raw.input(), errorOutput), assigned);
    }

    private JsonNode outputPath(Scope raw, JsonNode merged) {
        return outputPath == null ? merged : outputPath.evaluate(raw.withInput(merged));
    }

    private static Scope withResult(Scope raw, String name, JsonNode result) {
        ObjectNode states = Json.object();
        states.set("input", raw.input());
        states.set(name, result);
        return raw.withStates(states);
    }

    private static @Nullable ObjectNode assigned(@Nullable Expression assign, Scope scope) {
        return assign != null && assign.evaluate(scope) instanceof ObjectNode variables ? variables : null;
    }
}

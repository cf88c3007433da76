package dev.encargo.local.workflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.workflow.data.Expression;
import dev.encargo.local.workflow.data.Path;
import dev.encargo.local.workflow.data.ResultPath;
import dev.encargo.local.workflow.data.SyntaxProblem;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the fields that say how data goes into a state and out of it.
final class DataFlowReader {
    private static final Pattern VARIABLE = Pattern.compile("^(?=.{1,80}$)" + Path.VARIABLE + "$");

    private static final Set<String> WORKING = Set.of("Task", "Parallel", "Map");

    private DataFlowReader() {}

    static DataFlow read(Fields fields, String kind) {
        Set<String> parts = WORKING.contains(kind) ? Fields.AFTER : Fields.BEFORE;
        if (fields.jsonata()) {
            return new DataFlow(
                    fields.language(),
                    null,
                    fields.template("Arguments"),
                    null,
                    ResultPath.REPLACE,
                    null,
                    assign(fields, parts),
                    fields.template("Output", parts));
        }
        return new DataFlow(
                fields.language(),
                fields.path("InputPath", true),
                kind.equals("Map") ? null : fields.objectTemplate("Parameters"),
                fields.objectTemplate("ResultSelector"),
                resultPath(fields),
                fields.path("OutputPath", true),
                assign(fields, parts),
                null);
    }

    static ResultPath resultPath(Fields fields) {
        JsonNode value = fields.node().get("ResultPath");
        if (value == null) {
            return ResultPath.REPLACE;
        }
        if (value.isNull()) {
            return ResultPath.DISCARD;
        }
        String text = fields.text("ResultPath");
        if (text == null) {
            return ResultPath.REPLACE;
        }
        try {
            return ResultPath.compile(text);
        } catch (SyntaxProblem e) {
            fields.problem("ResultPath", e.getMessage());
            return ResultPath.REPLACE;
        }
    }

    /// The variables that a state, rule or catcher sets.
    static @Nullable Expression assign(Fields fields, Set<String> parts) {
        Fields variables = fields.object("Assign");
        if (variables == null) {
            return null;
        }
        for (String name : (Iterable<String>) variables.node()::fieldNames) {
            String variable = !fields.jsonata() && name.endsWith(".$") ? name.substring(0, name.length() - 2) : name;
            if (!VARIABLE.matcher(variable).matches()) {
                variables.problem(
                        name,
                        "The name of a variable has 1 to 80 letters, digits and underscores and starts with a letter");
            }
            if (variable.equals("states")) {
                variables.problem(name, "The variable 'states' is reserved");
            }
        }
        return fields.template("Assign", parts);
    }
}

package dev.encargo.local.workflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.workflow.data.Expression;
import dev.encargo.local.workflow.data.Intrinsic;
import dev.encargo.local.workflow.data.Path;
import dev.encargo.local.workflow.data.SyntaxProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one state of any kind.
final class StateReader {
    private static final Pattern URI = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:\\S+$");

    /// The functions that may give the error or the cause of a Fail state.
    private static final List<String> SAYING = List.of(
            "States.Format",
            "States.JsonToString",
            "States.ArrayGetItem",
            "States.Base64Encode",
            "States.Base64Decode",
            "States.Hash",
            "States.UUID");

    private final Document document;
    private final QueryLanguage machineLanguage;

    StateReader(Document document, QueryLanguage machineLanguage) {
        this.document = document;
        this.machineLanguage = machineLanguage;
    }

    Optional<State> read(String name, ObjectNode node, String path) {
        Fields fields = new Fields(node, path, document, language(node, path));
        String kind = fields.requiredText("Type");
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        if (!StateFields.kinds().contains(kind)) {
            fields.problem("Type", "There is no state type '" + kind + "'");
            return Optional.empty();
        }
        StateFields.check(fields, kind);
        fields.text("Comment");
        return Optional.ofNullable(read(name, kind, fields, DataFlowReader.read(fields, kind)));
    }

    private QueryLanguage language(ObjectNode node, String path) {
        JsonNode word = node.get("QueryLanguage");
        if (word == null) {
            return machineLanguage;
        }
        if (word.asText().equals(QueryLanguage.JSONATA.word())) {
            return QueryLanguage.JSONATA;
        }
        if (!word.asText().equals(QueryLanguage.JSON_PATH.word())) {
            document.problems().add(path + "/QueryLanguage", "The query language must be 'JSONPath' or 'JSONata'");
        } else if (machineLanguage == QueryLanguage.JSONATA) {
            document.problems()
                    .add(
                            path + "/QueryLanguage",
                            "A state of a JSONata machine cannot have the query language JSONPath");
        }
        return machineLanguage;
    }

    private @Nullable State read(String name, String kind, Fields fields, DataFlow data) {
        return switch (kind) {
            case "Pass" ->
                new State.Pass(name, data, next(fields), fields.node().get("Result"));
            case "Task" -> task(name, fields, data);
            case "Choice" -> new ChoiceReader(fields).read(name, data);
            case "Wait" -> waiting(name, fields, data);
            case "Succeed" -> new State.Succeed(name, data);
            case "Fail" -> new State.Fail(name, data, said(fields, "Error"), said(fields, "Cause"));
            case "Parallel" -> parallel(name, fields, data);
            default -> new MapReader(fields, machineLanguage).read(name, data, next(fields));
        };
    }

    private static @Nullable String next(Fields fields) {
        JsonNode end = fields.node().get("End");
        if (end != null && !end.isBoolean()) {
            fields.problem("End", "The field 'End' must be a boolean");
        }
        boolean ends = end != null && end.isBoolean() && end.booleanValue();
        if (ends) {
            fields.refuseBoth("Next", "End");
        }
        if (!fields.has("Next") && !ends) {
            fields.problem("Next", "A state needs either 'Next' or 'End': true");
        }
        return fields.has("Next") ? fields.requiredText("Next") : null;
    }

    private State task(String name, Fields fields, DataFlow data) {
        Resource resource = Resource.of(fields.requiredText("Resource"));
        if (!resource.text().isEmpty() && !URI.matcher(resource.text()).matches()) {
            fields.problem(
                    "Resource", "The value '" + resource.text() + "' is not a resource: it must be an ARN or a URI");
        }
        if (document.type() == WorkflowType.EXPRESS && resource.standardOnly()) {
            fields.problem(
                    "Resource",
                    "Express workflows do not support '" + resource.text()
                            + "': they cannot wait for a token, a job or an activity");
        }
        Expression timeout = fields.integerOrPath("TimeoutSeconds", 1, Fields.MOST_SECONDS);
        Expression heartbeat = fields.integerOrPath("HeartbeatSeconds", 1, Fields.MOST_SECONDS);
        checkHeartbeat(fields);
        return new State.Task(
                name,
                data,
                next(fields),
                ErrorPolicyReader.read(fields),
                resource,
                fields.objectTemplate("Credentials"),
                timeout,
                heartbeat);
    }

    private static void checkHeartbeat(Fields fields) {
        JsonNode timeout = fields.node().path("TimeoutSeconds");
        JsonNode heartbeat = fields.node().path("HeartbeatSeconds");
        if (timeout.isNumber() && heartbeat.isNumber() && heartbeat.asLong() >= timeout.asLong()) {
            fields.problem("HeartbeatSeconds", "The heartbeat must be smaller than 'TimeoutSeconds'");
        }
    }

    private static State waiting(String name, Fields fields, DataFlow data) {
        List<String> given = new ArrayList<>();
        for (String field : List.of("Seconds", "SecondsPath", "Timestamp", "TimestampPath")) {
            if (fields.has(field)) {
                given.add(field);
            }
        }
        if (given.size() != 1) {
            fields.problem(
                    "",
                    "A Wait state needs exactly one of "
                            + (fields.jsonata()
                                    ? "'Seconds' and 'Timestamp'"
                                    : "'Seconds', 'SecondsPath', 'Timestamp' and 'TimestampPath'"));
        }
        Expression seconds = fields.has("Seconds")
                ? fields.integerOrExpression("Seconds", 0, Fields.MOST_SECONDS)
                : fields.reference("SecondsPath");
        Expression timestamp = fields.has("Timestamp") ? timestamp(fields) : fields.reference("TimestampPath");
        return new State.Wait(name, data, next(fields), seconds, timestamp);
    }

    private static @Nullable Expression timestamp(Fields fields) {
        String text = fields.text("Timestamp");
        if (text == null || fields.hasExpression("Timestamp")) {
            return text == null ? null : fields.template("Timestamp");
        }
        if (dev.encargo.local.workflow.data.Amount.timestamp(text) == null) {
            fields.problem("Timestamp", "'" + text + "' is not a timestamp of RFC 3339 such as 2026-11-24T09:30:00Z");
        }
        return fields.template("Timestamp");
    }

    /// The error or the cause of a Fail state.
    private static @Nullable Expression said(Fields fields, String name) {
        String pathName = name + "Path";
        fields.refuseBoth(name, pathName);
        if (fields.has(name)) {
            fields.text(name);
            return fields.jsonata()
                    ? fields.template(name)
                    : Expression.constant(fields.node().get(name));
        }
        String text = fields.jsonata() ? null : fields.text(pathName);
        if (text == null) {
            return null;
        }
        return fields.compiled(
                pathName,
                () -> Intrinsic.looksLikeCall(text) ? sayingCall(text, pathName) : Path.reference(text, pathName));
    }

    private static Expression sayingCall(String text, String field) {
        Intrinsic call = Intrinsic.compile(text, field);
        String function = text.substring(0, text.indexOf('(')).strip();
        if (!SAYING.contains(function)) {
            throw new SyntaxProblem("The field '" + field + "' cannot call '" + function + "', only " + SAYING);
        }
        return call;
    }

    private State parallel(String name, Fields fields, DataFlow data) {
        List<Flow> branches = new ArrayList<>();
        ArrayNode listed = fields.array("Branches");
        if (!fields.has("Branches") || (listed != null && listed.isEmpty())) {
            fields.problem("Branches", "A Parallel state needs at least one branch");
        }
        for (int i = 0; listed != null && i < listed.size(); i++) {
            Fields branch = fields.element(listed, "Branches", i);
            if (branch != null) {
                branch.refuseOthers(Set.of("Comment", "StartAt", "States"));
                branches.add(new FlowReader(document, machineLanguage).read(branch));
            }
        }
        return new State.Parallel(name, data, next(fields), ErrorPolicyReader.read(fields), branches);
    }
}

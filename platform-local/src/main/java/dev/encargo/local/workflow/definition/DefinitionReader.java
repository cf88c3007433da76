package dev.encargo.local.workflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.workflow.data.JsonSize;
import java.util.List;
import java.util.Set;

/// Reads a whole state machine.
final class DefinitionReader {
    private static final long LARGEST = 1_048_576;
    private static final Set<String> FIELDS =
            Set.of("Comment", "Version", "StartAt", "States", "TimeoutSeconds", "QueryLanguage");

    private final WorkflowType type;

    DefinitionReader(WorkflowType type) {
        this.type = type;
    }

    Definition.Reading read(JsonNode source) {
        Problems problems = new Problems();
        if (!(source instanceof ObjectNode machine)) {
            problems.add("", "A definition is a JSON object");
            return new Definition.Reading.Invalid(problems.all());
        }
        if (JsonSize.of(machine) > LARGEST) {
            problems.add("", "A definition has at most " + LARGEST + " bytes");
        }
        Document document = new Document(problems, type);
        QueryLanguage language = language(machine, document);
        Fields fields = new Fields(machine, "", document, language);
        fields.refuseOthers(FIELDS);
        fields.text("Comment");
        requireVersion(fields);
        Long timeout = fields.integer("TimeoutSeconds", 1, Fields.MOST_SECONDS);
        Flow flow = new FlowReader(document, language).read(fields);
        if (!problems.none()) {
            return new Definition.Reading.Invalid(List.copyOf(problems.all()));
        }
        return new Definition.Reading.Valid(new Definition(flow, timeout, type));
    }

    private static void requireVersion(Fields fields) {
        String version = fields.text("Version");
        if (version != null && !version.equals("1.0")) {
            fields.problem("Version", "The version of the States language is '1.0'");
        }
    }

    private static QueryLanguage language(ObjectNode machine, Document document) {
        JsonNode value = machine.get("QueryLanguage");
        if (value == null || value.asText().equals(QueryLanguage.JSON_PATH.word())) {
            return QueryLanguage.JSON_PATH;
        }
        if (!value.asText().equals(QueryLanguage.JSONATA.word())) {
            document.problems().add("/QueryLanguage", "The query language must be 'JSONPath' or 'JSONata'");
            return QueryLanguage.JSON_PATH;
        }
        return QueryLanguage.JSONATA;
    }
}

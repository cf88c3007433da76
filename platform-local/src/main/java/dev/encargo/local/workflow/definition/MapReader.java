package dev.encargo.local.workflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.workflow.data.Expression;
import dev.encargo.local.workflow.data.Json;
import java.util.LinkedHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a Map state.
final class MapReader {
    private static final Set<String> PROCESSOR = Set.of("Comment", "StartAt", "States", "ProcessorConfig");
    private static final Set<String> CONFIG = Set.of("Mode", "ExecutionType");
    private static final Set<String> READER = Set.of("Resource", "ReaderConfig", "Parameters", "Arguments", "Comment");
    private static final Set<String> BATCHER = Set.of(
            "MaxItemsPerBatch",
            "MaxItemsPerBatchPath",
            "MaxInputBytesPerBatch",
            "MaxInputBytesPerBatchPath",
            "BatchInput");
    private static final int LONGEST_LABEL = 40;
    private static final long MOST_ITEMS = 100_000_000;

    private final Fields fields;
    private final QueryLanguage machineLanguage;

    MapReader(Fields fields, QueryLanguage machineLanguage) {
        this.fields = fields;
        this.machineLanguage = machineLanguage;
    }

    State read(String name, DataFlow data, @Nullable String next) {
        fields.refuseBoth("ItemProcessor", "Iterator");
        fields.refuseBoth("ItemSelector", "Parameters");
        String processorName = fields.has("Iterator") ? "Iterator" : "ItemProcessor";
        Fields processor = fields.object(processorName);
        if (processor == null) {
            if (!fields.has(processorName)) {
                fields.problem("ItemProcessor", "The field 'ItemProcessor' is required");
            }
            return state(name, data, next, new Flow("", new LinkedHashMap<>()), false);
        }
        processor.refuseOthers(PROCESSOR);
        boolean distributed = distributed(processor);
        Flow flow = new FlowReader(inside(processor, distributed), machineLanguage).read(processor);
        return state(name, data, next, flow, distributed);
    }

    private State state(String name, DataFlow data, @Nullable String next, Flow flow, boolean distributed) {
        return new State.Map(name, data, next, ErrorPolicyReader.read(fields), flow, iteration(distributed));
    }

    private boolean distributed(Fields processor) {
        Fields config = processor.object("ProcessorConfig");
        if (config == null) {
            return false;
        }
        config.refuseOthers(CONFIG);
        String mode = config.text("Mode");
        if (mode != null && !mode.equals("INLINE") && !mode.equals("DISTRIBUTED")) {
            config.problem("Mode", "The field 'Mode' must be 'INLINE' or 'DISTRIBUTED'");
        }
        boolean distributed = "DISTRIBUTED".equals(mode);
        String type = config.text("ExecutionType");
        if (type != null && !type.equals("STANDARD") && !type.equals("EXPRESS")) {
            config.problem("ExecutionType", "The field 'ExecutionType' must be 'STANDARD' or 'EXPRESS'");
        }
        if (distributed && type == null) {
            config.problem("ExecutionType", "A distributed Map state needs the field 'ExecutionType'");
        }
        if (distributed && fields.document().type() == WorkflowType.EXPRESS) {
            config.problem("Mode", "Express workflows do not support distributed Map states");
        }
        return distributed;
    }

    private Document inside(Fields processor, boolean distributed) {
        JsonNode type = processor.node().path("ProcessorConfig").path("ExecutionType");
        return distributed && type.asText().equals("EXPRESS")
                ? fields.document().runningAs(WorkflowType.EXPRESS)
                : fields.document();
    }

    private Iteration iteration(boolean distributed) {
        if (!distributed) {
            refuseInline("ItemBatcher");
            refuseInline("ItemReader");
            refuseInline("ResultWriter");
            refuseInline("Label");
        } else if (fields.has("ResultWriter")) {
            fields.problem(
                    "ResultWriter",
                    "This host cannot write the results of a Map state elsewhere: leave out 'ResultWriter'");
        }
        String label = fields.text("Label");
        if (label != null && label.length() > LONGEST_LABEL) {
            fields.problem("Label", "A label has at most " + LONGEST_LABEL + " characters");
        }
        return new Iteration(
                distributed,
                distributed && express(),
                items(),
                selector(),
                batching(),
                fields.integerOrPath("MaxConcurrency", 0, Long.MAX_VALUE),
                fields.integerOrPath("ToleratedFailureCount", 0, MOST_ITEMS),
                percentage(),
                reader());
    }

    private boolean express() {
        JsonNode processor = fields.node().path(fields.has("Iterator") ? "Iterator" : "ItemProcessor");
        return processor.path("ProcessorConfig").path("ExecutionType").asText().equals("EXPRESS");
    }

    private void refuseInline(String name) {
        if (fields.has(name)) {
            fields.problem(name, "The field '" + name + "' needs a processor whose mode is 'DISTRIBUTED'");
        }
    }

    private @Nullable Expression selector() {
        if (fields.jsonata()) {
            return fields.template("ItemSelector");
        }
        // `Parameters` is what `ItemSelector` was called before.
        return fields.objectTemplate(fields.has("ItemSelector") ? "ItemSelector" : "Parameters");
    }

    private @Nullable Expression items() {
        if (!fields.jsonata()) {
            return fields.path("ItemsPath", false);
        }
        JsonNode items = fields.node().get("Items");
        if (items != null && !items.isArray() && !fields.hasExpression("Items")) {
            fields.problem("Items", "The field 'Items' must be an array or a JSONata expression");
            return null;
        }
        return fields.template("Items");
    }

    private @Nullable Expression percentage() {
        fields.refuseBoth("ToleratedFailurePercentage", "ToleratedFailurePercentagePath");
        if (!fields.jsonata() && fields.has("ToleratedFailurePercentagePath")) {
            return fields.reference("ToleratedFailurePercentagePath");
        }
        JsonNode value = fields.node().get("ToleratedFailurePercentage");
        if (value == null || fields.hasExpression("ToleratedFailurePercentage")) {
            return fields.template("ToleratedFailurePercentage");
        }
        if (!value.isNumber() || value.doubleValue() < 0 || value.doubleValue() > 100) {
            fields.problem(
                    "ToleratedFailurePercentage",
                    "The field 'ToleratedFailurePercentage' must be a number from 0 to 100");
            return null;
        }
        return Expression.constant(Json.number(value.decimalValue()));
    }

    private Iteration.@Nullable Batching batching() {
        Fields batcher = fields.object("ItemBatcher");
        if (batcher == null) {
            return null;
        }
        batcher.refuseOthers(BATCHER);
        Expression items = batcher.integerOrPath("MaxItemsPerBatch", 1, MOST_ITEMS);
        Expression bytes = batcher.integerOrPath("MaxInputBytesPerBatch", 1, Json.DATA_LIMIT);
        if (items == null && bytes == null) {
            batcher.problem("", "A batcher needs 'MaxItemsPerBatch' or 'MaxInputBytesPerBatch'");
        }
        return new Iteration.Batching(items, bytes, batcher.objectTemplate("BatchInput"));
    }

    private @Nullable String reader() {
        Fields reader = fields.object("ItemReader");
        if (reader == null) {
            return null;
        }
        reader.refuseOthers(READER);
        return reader.requiredText("Resource");
    }
}

package dev.encargo.local.workflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.encargo.local.workflow.data.StatesError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads `Retry` and `Catch`.
final class ErrorPolicyReader {
    private static final Set<String> RETRIER = Set.of(
            "ErrorEquals",
            "IntervalSeconds",
            "MaxAttempts",
            "BackoffRate",
            "MaxDelaySeconds",
            "JitterStrategy",
            "Comment");
    private static final Set<String> JSON_PATH_CATCHER =
            Set.of("ErrorEquals", "Next", "ResultPath", "Assign", "Comment");
    private static final Set<String> JSONATA_CATCHER = Set.of("ErrorEquals", "Next", "Output", "Assign", "Comment");
    private static final long LONGEST_DELAY = 31_622_399;

    private ErrorPolicyReader() {}

    static ErrorPolicy read(Fields state) {
        List<ErrorPolicy.Retrier> retriers = new ArrayList<>();
        ArrayNode retry = state.array("Retry");
        for (int i = 0; retry != null && i < retry.size(); i++) {
            Fields fields = state.element(retry, "Retry", i);
            if (fields != null) {
                retriers.add(retrier(fields, i == retry.size() - 1));
            }
        }
        List<ErrorPolicy.Catcher> catchers = new ArrayList<>();
        ArrayNode caught = state.array("Catch");
        for (int i = 0; caught != null && i < caught.size(); i++) {
            Fields fields = state.element(caught, "Catch", i);
            if (fields != null) {
                catchers.add(catcher(fields, i == caught.size() - 1));
            }
        }
        return new ErrorPolicy(List.copyOf(retriers), List.copyOf(catchers));
    }

    private static ErrorPolicy.Retrier retrier(Fields fields, boolean last) {
        fields.refuseOthers(RETRIER);
        List<String> errors = errors(fields, last);
        Long interval = fields.integer("IntervalSeconds", 1, Fields.MOST_SECONDS);
        Long attempts = fields.integer("MaxAttempts", 0, Fields.MOST_SECONDS);
        Long longest = fields.integer("MaxDelaySeconds", 1, LONGEST_DELAY);
        if (interval != null && longest != null && longest <= interval) {
            fields.problem("MaxDelaySeconds", "The longest delay must be greater than 'IntervalSeconds'");
        }
        return new ErrorPolicy.Retrier(
                errors,
                interval == null ? 1 : interval,
                attempts == null ? 3 : attempts,
                backoffRate(fields),
                longest,
                fullJitter(fields));
    }

    private static double backoffRate(Fields fields) {
        JsonNode rate = fields.node().get("BackoffRate");
        if (rate == null) {
            return 2.0;
        }
        if (!rate.isNumber() || rate.doubleValue() < 1.0) {
            fields.problem("BackoffRate", "The field 'BackoffRate' must be a number of at least 1.0");
            return 1.0;
        }
        return rate.doubleValue();
    }

    private static boolean fullJitter(Fields fields) {
        String strategy = fields.text("JitterStrategy");
        if (strategy != null && !strategy.equals("FULL") && !strategy.equals("NONE")) {
            fields.problem("JitterStrategy", "The field 'JitterStrategy' must be 'FULL' or 'NONE'");
        }
        return "FULL".equals(strategy);
    }

    private static ErrorPolicy.Catcher catcher(Fields fields, boolean last) {
        fields.refuseOthers(fields.jsonata() ? JSONATA_CATCHER : JSON_PATH_CATCHER);
        return new ErrorPolicy.Catcher(
                errors(fields, last),
                fields.requiredText("Next"),
                DataFlowReader.resultPath(fields),
                DataFlowReader.assign(fields, Fields.CAUGHT),
                fields.jsonata() ? fields.template("Output", Fields.CAUGHT) : null);
    }

    private static List<String> errors(Fields fields, boolean last) {
        ArrayNode listed = fields.array("ErrorEquals");
        if (!fields.has("ErrorEquals") || (listed != null && listed.isEmpty())) {
            fields.problem("ErrorEquals", "The field 'ErrorEquals' must name at least one error");
        }
        List<String> errors = new ArrayList<>();
        for (int i = 0; listed != null && i < listed.size(); i++) {
            if (listed.get(i).isTextual()) {
                errors.add(listed.get(i).textValue());
            } else {
                fields.problem("ErrorEquals/" + i, "The name of an error is a string");
            }
        }
        checkWildcard(fields, errors, last);
        return List.copyOf(errors);
    }

    private static void checkWildcard(Fields fields, List<String> errors, boolean last) {
        if (!errors.contains(StatesError.ALL)) {
            return;
        }
        if (errors.size() > 1) {
            fields.problem("ErrorEquals", "'States.ALL' must stand alone");
        }
        if (!last) {
            fields.problem("ErrorEquals", "'States.ALL' must be in the last element");
        }
    }
}

package dev.encargo.local.template.parity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.template.source.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Everything that a template says with what becomes of it, and the refusals, if any, that keep the host from
/// starting.
public record ParityReport(List<ParityEntry> entries, List<Refusal> refusals) {

    public ParityReport {
        entries = List.copyOf(entries);
        refusals = List.copyOf(refusals);
    }

    public long count(Treatment treatment) {
        return entries.stream().filter(entry -> entry.treatment() == treatment).count();
    }

    /// One object: `counts` by treatment, `entries` and `refusals`, each with `file` and `line`.
    public ObjectNode toJson() {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        ObjectNode counts = report.putObject("counts");
        Arrays.stream(Treatment.values()).forEach(treatment -> counts.put(word(treatment), count(treatment)));
        ArrayNode list = report.putArray("entries");
        entries.forEach(entry -> list.addObject()
                .put("resource", entry.resource())
                .put("type", entry.type())
                .put("property", entry.property())
                .put("treatment", word(entry.treatment()))
                .put("reason", entry.reason().toString())
                .put("file", entry.at().file())
                .put("line", entry.at().line()));
        ArrayNode refused = report.putArray("refusals");
        refusals.forEach(refusal -> refused.addObject()
                .put("file", refusal.at().file())
                .put("line", refusal.at().line())
                .put("what", refusal.what().toString())
                .put("why", refusal.why().toString())
                .put("do", refusal.remedy().toString()));
        return report;
    }

    private static String word(Treatment treatment) {
        return treatment.name().toLowerCase(Locale.ROOT);
    }
}

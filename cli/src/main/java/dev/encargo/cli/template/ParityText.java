package dev.encargo.cli.template;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.local.template.parity.ParityEntry;
import dev.encargo.local.template.parity.ParityReport;
import dev.encargo.local.template.parity.Treatment;
import dev.encargo.local.template.source.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A report for people: one block a resource, one line a property, then the counts.
record ParityText(ParityReport report) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String resource = "";
        for (ParityEntry entry : report.entries()) {
            String heading = entry.resource().isEmpty() ? say("Template") : entry.resource();
            if (!heading.equals(resource)) {
                if (!resource.isEmpty()) {
                    lines.add("");
                }
                lines.add(heading);
                resource = heading;
            }
            lines.add(line(entry));
        }
        lines.add("");
        lines.add(Arrays.stream(Treatment.values()).map(this::count).collect(Collectors.joining(", ")));
        report.refusals()
                .forEach(refusal -> lines.addAll(HostWords.refusal(refusal).lines()));
        return lines;
    }

    private static String line(ParityEntry entry) {
        String treatment = word(entry.treatment());
        return "  %s%s  %-56s  %s%s"
                .formatted(
                        treatment,
                        " ".repeat(width() - treatment.length()),
                        entry.property().isEmpty() ? entry.type() : entry.property(),
                        entry.at(),
                        entry.reason().equals(Phrase.NOTHING) ? "" : "  " + HostWords.said(entry.reason()));
    }

    private static int width() {
        return Arrays.stream(Treatment.values())
                .mapToInt(each -> word(each).length())
                .max()
                .orElse(0);
    }

    private static String word(Treatment treatment) {
        return switch (treatment) {
            case HONOURED -> say("honoured");
            case CHECKED -> say("checked");
            case IGNORED -> say("ignored");
            case REFUSED -> say("refused");
        };
    }

    private String count(Treatment treatment) {
        long count = report.count(treatment);
        return switch (treatment) {
            case HONOURED -> say("%d honoured", count);
            case CHECKED -> say("%d checked", count);
            case IGNORED -> say("%d ignored", count);
            case REFUSED -> say("%d refused", count);
        };
    }
}

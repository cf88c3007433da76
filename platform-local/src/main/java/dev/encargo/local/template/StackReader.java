package dev.encargo.local.template;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.schema.EventSchemas;
import dev.encargo.local.template.check.DeployChecks;
import dev.encargo.local.template.check.TemplateChecks;
import dev.encargo.local.template.intrinsic.Evaluator;
import dev.encargo.local.template.intrinsic.Globals;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.parity.Catalogue;
import dev.encargo.local.template.parity.Inspection;
import dev.encargo.local.template.parity.ParityEntry;
import dev.encargo.local.template.parity.Treatment;
import dev.encargo.local.template.read.Readers;
import dev.encargo.local.template.read.Resolved;
import dev.encargo.local.template.source.Node;
import dev.encargo.local.template.source.Position;
import dev.encargo.local.template.source.Refusal;
import dev.encargo.local.template.source.Refusals;
import dev.encargo.local.template.source.Template;
import dev.encargo.local.template.source.Template.Declared;
import dev.encargo.local.template.source.TemplateRefused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads a SAM template and the files that it names, relative to it, into a `Stack`.
public final class StackReader {

    private StackReader() {}

    /// @throws TemplateRefused with every reason, each with file and line, where it cannot be run as it is written
    public static Stack read(Path template, StackOptions options) {
        Reading reading = reading(template, options);
        if (!reading.refusals().isEmpty()) {
            throw new TemplateRefused(reading.refusals());
        }
        return reading.stack();
    }

    /// All that one reading found. With refusals the stack is incomplete.
    record Reading(Stack stack, List<ParityEntry> entries, List<Refusal> refusals) {}

    static Reading reading(Path file, StackOptions options) {
        Refusals refusals = new Refusals();
        Template template = Template.read(file, refusals);
        Evaluator evaluator = new Evaluator(template, options.surroundings(), refusals);
        List<Resolved> resources = resolve(evaluator);
        List<ParityEntry> entries = new ArrayList<>(Inspection.of(Catalogue.load(), evaluator, resources));
        Stack stack = Readers.read(resources, evaluator);
        entries.addAll(schemas(stack, template));
        TemplateChecks.check(evaluator);
        if (refusals.isEmpty()) {
            DeployChecks.check(stack, refusals);
        }
        return new Reading(stack, entries, refusals.all());
    }

    private static List<ParityEntry> schemas(Stack stack, Template template) {
        Path folder = template.beside(EventSchemas.FOLDER);
        return stack.eventSchemas().files().stream()
                .map(file -> new ParityEntry(
                        EventSchemas.FOLDER,
                        "schema",
                        file,
                        Treatment.CHECKED,
                        english(
                                "EventBridge delivers what does not fit, and so does the host: it logs an error, and check names it"),
                        Position.startOf(folder.resolve(file))))
                .toList();
    }

    static List<Resolved> resolve(Evaluator evaluator) {
        Map<String, Node.Fields> globals = new HashMap<>();
        List<Resolved> resolved = new ArrayList<>();
        for (Declared declared : evaluator.template().resources().values()) {
            if (declared.condition().isEmpty()
                    || evaluator.holds(declared.condition().get(), declared.at())) {
                Node.Fields own = evaluator.evaluateFields(declared.properties());
                Node.Fields global = globals.computeIfAbsent(
                        declared.type(),
                        type -> Globals.sectionFor(type, evaluator.template())
                                .map(evaluator::evaluateFields)
                                .orElseGet(() -> Node.none(declared.at())));
                resolved.add(new Resolved(declared, own, Globals.merge(global, own)));
            }
        }
        return resolved;
    }
}

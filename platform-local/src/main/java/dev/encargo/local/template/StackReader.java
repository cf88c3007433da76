package dev.encargo.local.template;

import dev.encargo.local.template.intrinsic.Evaluator;
import dev.encargo.local.template.intrinsic.Globals;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.read.Readers;
import dev.encargo.local.template.read.Resolved;
import dev.encargo.local.template.source.Node;
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
        Refusals refusals = new Refusals();
        Evaluator evaluator = new Evaluator(Template.read(template, refusals), options.surroundings(), refusals);
        List<Resolved> resources = resolve(evaluator);
        Stack stack = Readers.read(resources, evaluator);
        refusals.throwIfAny();
        return stack;
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

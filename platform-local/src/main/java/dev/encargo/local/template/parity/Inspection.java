package dev.encargo.local.template.parity;

import static dev.encargo.local.template.source.Phrase.english;
import static dev.encargo.local.template.source.Phrase.joined;

import dev.encargo.local.template.intrinsic.Evaluator;
import dev.encargo.local.template.intrinsic.Globals;
import dev.encargo.local.template.read.Resolved;
import dev.encargo.local.template.source.Node;
import dev.encargo.local.template.source.Phrase;
import dev.encargo.local.template.source.Position;
import dev.encargo.local.template.source.Template;
import dev.encargo.local.template.source.Template.Declared;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Goes through everything that a template says and looks up what becomes of it. What the catalogue does not know
/// is refused, because it would change behaviour silently.
public final class Inspection {

    private final Catalogue catalogue;
    private final Evaluator evaluator;
    private final List<ParityEntry> entries = new ArrayList<>();

    private Inspection(Catalogue catalogue, Evaluator evaluator) {
        this.catalogue = catalogue;
        this.evaluator = evaluator;
    }

    /// Every section, resource and property with its treatment; refusals go where the evaluator's go.
    public static List<ParityEntry> of(Catalogue catalogue, Evaluator evaluator, List<Resolved> resources) {
        Inspection inspection = new Inspection(catalogue, evaluator);
        inspection.sections();
        inspection.globals();
        inspection.resources(resources);
        return List.copyOf(inspection.entries);
    }

    private void sections() {
        Template template = evaluator.template();
        template.root().fields().forEach((name, field) -> {
            if (!name.equals("Resources") && !name.equals("Globals")) {
                visit(new Subject("", "section"), List.of(name), name, field.value(), field.at());
            }
        });
        template.section("Parameters")
                .fields()
                .forEach((name, field) -> properties(new Subject("Parameters." + name, "parameter"), field.value()));
        String transform = template.root().get("Transform").map(evaluator::text).orElse("AWS::Serverless-2016-10-31");
        if (!transform.equals("AWS::Serverless-2016-10-31")) {
            evaluator
                    .refusals()
                    .add(
                            template.root().positionOf("Transform"),
                            english("The transform %s is unknown", transform),
                            english("It would change the template before it is deployed"),
                            english("Use AWS::Serverless-2016-10-31 alone"));
        }
    }

    private void globals() {
        evaluator.template().section("Globals").fields().forEach((section, field) -> {
            Optional<String> type = Globals.typeOf(section);
            if (type.isPresent()) {
                properties(new Subject("Globals." + section, type.get()), evaluator.evaluateFields(field.value()));
            } else {
                refuse(
                        new Subject("Globals", "section"),
                        section,
                        field.at(),
                        english("Globals has no section %s", section),
                        english("It would apply to resources that the local host does not know"),
                        english("Remove it"));
            }
        });
    }

    private void resources(List<Resolved> resources) {
        resources.forEach(this::resource);
        List<String> created = resources.stream().map(Resolved::id).toList();
        for (Declared declared : evaluator.template().resources().values()) {
            if (!created.contains(declared.id())) {
                Phrase why = english(
                        "its condition %s does not hold", declared.condition().orElse(""));
                entries.add(new ParityEntry(declared.id(), declared.type(), "", Treatment.IGNORED, why, declared.at()));
                leftOut(declared, Node.none(declared.at()), why);
            }
        }
    }

    private void resource(Resolved resource) {
        Declared declared = resource.declared();
        Subject subject = new Subject(declared.id(), declared.type());
        Optional<String> ignored = catalogue.whyIgnored(declared.type());
        if (ignored.isPresent()) {
            entries.add(new ParityEntry(
                    declared.id(), declared.type(), "", Treatment.IGNORED, reason(ignored.get()), declared.at()));
            resource.own()
                    .fields()
                    .forEach((name, field) -> entries.add(new ParityEntry(
                            declared.id(),
                            declared.type(),
                            name,
                            Treatment.IGNORED,
                            reason(ignored.get()),
                            field.at())));
        } else if (catalogue.knows(declared.type())) {
            entries.add(new ParityEntry(
                    declared.id(), declared.type(), "", Treatment.HONOURED, Phrase.NOTHING, declared.at()));
            properties(subject, resource.own());
            leftOut(declared, resource.own(), english("it has no value here: its condition does not hold"));
        } else {
            refuse(
                    subject,
                    "",
                    declared.body().positionOf("Type"),
                    english("%s is not supported", declared.type()),
                    english("Without it the application would behave otherwise than on AWS"),
                    english("Remove %s, or give it a Condition that does not hold on a laptop", declared.id()));
        }
        attributes(declared);
    }

    private void leftOut(Declared declared, Node.Fields present, Phrase why) {
        declared.properties().fields().forEach((name, field) -> {
            if (!present.fields().containsKey(name)) {
                entries.add(new ParityEntry(declared.id(), declared.type(), name, Treatment.IGNORED, why, field.at()));
            }
        });
    }

    private void attributes(Declared declared) {
        declared.body().fields().forEach((name, field) -> {
            if (!name.equals("Type") && !name.equals("Properties")) {
                visit(new Subject(declared.id(), "resource"), List.of(name), name, field.value(), field.at());
            }
        });
    }

    private void properties(Subject subject, Node properties) {
        if (properties instanceof Node.Fields fields) {
            fields.fields().forEach((name, field) -> visit(subject, List.of(name), name, field.value(), field.at()));
        }
    }

    private void visit(Subject subject, List<String> path, String shown, Node value, Position at) {
        if (subject.isFunctionEvent(path) && value instanceof Node.Fields event) {
            functionEvent(subject, shown, event, at);
            return;
        }
        Optional<Catalogue.Rule> rule = catalogue.rule(subject.type(), path);
        if (rule.isPresent()) {
            entries.add(new ParityEntry(
                    subject.id(),
                    subject.type(),
                    shown,
                    rule.get().treatment(),
                    reason(rule.get().reason()),
                    at));
        } else if (value instanceof Node.Fields fields && isKnownAbove(subject, path)) {
            fields.fields()
                    .forEach((name, field) ->
                            visit(subject, plus(path, name), shown + "." + name, field.value(), field.at()));
        } else if (value instanceof Node.Items items
                && isKnownAbove(subject, path)
                && !items.items().isEmpty()) {
            for (int i = 0; i < items.items().size(); i++) {
                item(subject, path, shown + "[" + i + "]", items.items().get(i));
            }
        } else if (!(value instanceof Node.Items items && items.items().isEmpty() && isKnownAbove(subject, path))) {
            unknown(subject, path, shown, at);
        }
    }

    private void item(Subject subject, List<String> path, String shown, Node item) {
        if (item instanceof Node.Fields fields) {
            fields.fields()
                    .forEach((name, field) ->
                            visit(subject, plus(path, name), shown + "." + name, field.value(), field.at()));
        } else {
            unknown(subject, path, shown, item.at());
        }
    }

    private void functionEvent(Subject subject, String shown, Node.Fields event, Position at) {
        String type = event.get("Type").map(evaluator::text).orElse("");
        Subject inner = new Subject(subject.id(), subject.type() + "#" + type);
        if (!catalogue.knows(inner.type())) {
            refuse(
                    subject,
                    shown,
                    at,
                    english("An event of type %s is not supported", type),
                    english("The function would not be called on a laptop"),
                    english("Use SQS or ScheduleV2; rules stand alone as AWS::Events::Rule with a queue as target"));
            return;
        }
        entries.add(new ParityEntry(subject.id(), subject.type(), shown, Treatment.HONOURED, Phrase.NOTHING, at));
        event.fields().forEach((name, field) -> {
            if (name.equals("Properties") && field.value() instanceof Node.Fields properties) {
                properties
                        .fields()
                        .forEach((property, value) ->
                                visit(inner, List.of(property), shown + "." + property, value.value(), value.at()));
            } else if (!name.equals("Type")) {
                unknown(inner, List.of(name), shown + "." + name, field.at());
            }
        });
    }

    private boolean isKnownAbove(Subject subject, List<String> path) {
        return catalogue.leadsOn(subject.type(), path);
    }

    private void unknown(Subject subject, List<String> path, String shown, Position at) {
        List<String> names = catalogue.namesBelow(subject.type(), path.subList(0, path.size() - 1));
        refuse(
                subject,
                shown,
                at,
                subject.id().isEmpty()
                        ? english("The template: the local host does not know %s of %s", shown, subject.type())
                        : english("%s: the local host does not know %s of %s", subject.id(), shown, subject.type()),
                english("It would be left out silently and the laptop would behave otherwise than AWS"),
                remedy(path.getLast(), names));
    }

    private static Phrase reason(String ofCatalogue) {
        return new Phrase(ofCatalogue, List.of());
    }

    private static Phrase remedy(String written, List<String> names) {
        Phrase known = names.isEmpty()
                ? english("Nothing is known here")
                : english("Known here: %s", String.join(", ", names));
        return Spelling.closest(written, names)
                .map(name -> joined(List.of(english("Did you mean %s?", name), known)))
                .orElse(known);
    }

    private void refuse(Subject subject, String shown, Position at, Phrase what, Phrase why, Phrase remedy) {
        entries.add(new ParityEntry(subject.id(), subject.type(), shown, Treatment.REFUSED, why, at));
        evaluator.refusals().add(at, what, why, remedy);
    }

    private static List<String> plus(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }

    /// What is being looked at: an id (or `Parameters.X`, `Globals.X`) and the catalogue's type for it.
    private record Subject(String id, String type) {

        boolean isFunctionEvent(List<String> path) {
            return type.equals("AWS::Serverless::Function")
                    && path.size() == 2
                    && path.getFirst().equals("Events");
        }
    }
}

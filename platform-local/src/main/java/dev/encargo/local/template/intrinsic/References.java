package dev.encargo.local.template.intrinsic;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.source.Node;
import dev.encargo.local.template.source.Position;
import dev.encargo.local.template.source.Template.Declared;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What `Ref` and `Fn::GetAtt` mean on this machine: pseudo parameters, parameters, resources and what SAM implies
/// (`Function.Alias`, `Function.Version`, `Api.Stage`).
public final class References {

    private final Evaluator evaluator;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();

    References(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /// Whether `name` is written like a thing that SAM makes beside a resource.
    boolean isImplied(String name) {
        return name.endsWith(".Alias") || name.endsWith(".Version") || name.endsWith(".Stage");
    }

    Node ref(String name, Position at) {
        Optional<Node> pseudo = pseudo(name, at);
        if (pseudo.isPresent()) {
            return pseudo.get();
        }
        Optional<Node> parameter = evaluator.parameters().get(name);
        if (parameter.isPresent()) {
            return parameter.get();
        }
        if (isImplied(name)) {
            int dot = name.indexOf('.');
            return implied(name.substring(0, dot), name.substring(dot + 1), at);
        }
        return resource(name, at)
                .map(declared -> Node.text(refOf(declared), at))
                .orElseGet(() -> Node.text("", at));
    }

    Node attribute(String id, String attribute, Position at) {
        Optional<Declared> declared = resource(id, at);
        if (declared.isEmpty()) {
            return Node.text("", at);
        }
        Optional<String> pattern = Naming.of(declared.get().type()).attribute(attribute);
        if (pattern.isEmpty()) {
            evaluator.refuse(
                    at,
                    english("%s has no attribute %s", id, attribute),
                    english(
                            "%s offers %s",
                            declared.get().type(),
                            Naming.of(declared.get().type()).attributes()),
                    english("Use one of these"));
        }
        return Node.text(pattern.map(text -> fill(text, declared.get())).orElse(""), at);
    }

    /// What `Ref` gives for a resource.
    public String refOf(Declared declared) {
        return fill(Naming.of(declared.type()).ref(), declared);
    }

    /// What `Fn::GetAtt` gives for `Arn`, or `Ref` where the type offers no ARN.
    public String arn(Declared declared) {
        Naming naming = Naming.of(declared.type());
        return fill(
                naming.attribute("Arn").or(() -> naming.attribute("TopicArn")).orElse(naming.ref()), declared);
    }

    private String fill(String pattern, Declared declared) {
        Surroundings here = evaluator.surroundings();
        String filled = pattern.replace("{partition}", here.partition())
                .replace("{region}", here.region())
                .replace("{account}", here.accountId())
                .replace("{port}", Integer.toString(here.port()))
                .replace("{id}", declared.id());
        if (filled.contains("{bus}")) {
            filled = filled.replace("{bus}", busPath(declared));
        }
        if (filled.contains("{value}")) {
            filled = filled.replace("{value}", property(declared, "Value").orElse(""));
        }
        return filled.contains("{name}") ? filled.replace("{name}", name(declared)) : filled;
    }

    /// The physical name: the one given, or one made of stack and logical id.
    public String name(Declared declared) {
        String known = names.get(declared.id());
        if (known != null) {
            return known;
        }
        if (!underWay.add(declared.id())) {
            evaluator.refuse(
                    declared.at(),
                    english("The name of %s depends on itself", declared.id()),
                    english("It has no value then"),
                    english("Break the circle"));
            return "";
        }
        Naming naming = Naming.of(declared.type());
        String name = naming.nameProperty().isEmpty()
                ? made(naming, declared)
                : property(declared, naming.nameProperty()).orElseGet(() -> made(naming, declared));
        underWay.remove(declared.id());
        names.put(declared.id(), name);
        return name;
    }

    /// The ARN of a function's alias; empty where it publishes none.
    public Optional<String> aliasArn(Declared function) {
        return property(function, "AutoPublishAlias").map(alias -> arn(function) + ":" + alias);
    }

    private String made(Naming naming, Declared declared) {
        return naming.madeName(evaluator.surroundings().stackName(), declared.id());
    }

    private String busPath(Declared rule) {
        String bus = property(rule, "EventBusName").orElse("default");
        String name = bus.substring(bus.lastIndexOf('/') + 1);
        return name.equals("default") ? "" : name + "/";
    }

    private Optional<String> property(Declared declared, String property) {
        Optional<Node> own = declared.properties().get(property);
        return own.or(() -> global(declared, property))
                .flatMap(evaluator::evaluate)
                .map(evaluator::text);
    }

    private Optional<Node> global(Declared declared, String property) {
        return Globals.sectionFor(declared.type(), evaluator.template()).flatMap(fields -> fields.get(property));
    }

    private Node implied(String id, String what, Position at) {
        Optional<Declared> declared = resource(id, at);
        Optional<String> value = declared.flatMap(found -> impliedValue(found, what));
        if (declared.isPresent() && value.isEmpty()) {
            evaluator.refuse(
                    at,
                    english("%s.%s does not exist", id, what),
                    english(
                            "SAM makes an alias and a version only for functions with AutoPublishAlias, and a stage only for an API"),
                    english("Declare AutoPublishAlias or refer to the resource itself"));
        }
        return Node.text(value.orElse(""), at);
    }

    private Optional<String> impliedValue(Declared declared, String what) {
        return switch (declared.type() + " " + what) {
            case "AWS::Serverless::Function Alias" -> aliasArn(declared);
            case "AWS::Serverless::Function Version" ->
                aliasArn(declared).map(alias -> alias.substring(0, alias.lastIndexOf(':')) + ":1");
            case "AWS::Serverless::Api Stage" -> property(declared, "StageName");
            default -> Optional.empty();
        };
    }

    private Optional<Declared> resource(String id, Position at) {
        Optional<Declared> declared =
                Optional.ofNullable(evaluator.template().resources().get(id));
        if (declared.isEmpty()) {
            evaluator.refuse(
                    at,
                    english("There is no resource or parameter %s", id),
                    english("It is referred to here"),
                    english("Declare it or correct the name"));
        } else if (declared.get().condition().isPresent()
                && !evaluator.holds(declared.get().condition().get(), at)) {
            evaluator.refuse(
                    at,
                    english("%s is not created", id),
                    english(
                            "Its condition %s does not hold",
                            declared.get().condition().get()),
                    english("Guard this reference by the same condition"));
        }
        return declared;
    }

    private Optional<Node> pseudo(String name, Position at) {
        Surroundings here = evaluator.surroundings();
        return switch (name) {
            case "AWS::Region" -> Optional.of(Node.text(here.region(), at));
            case "AWS::AccountId" -> Optional.of(Node.text(here.accountId(), at));
            case "AWS::Partition" -> Optional.of(Node.text(here.partition(), at));
            case "AWS::StackName" -> Optional.of(Node.text(here.stackName(), at));
            case "AWS::URLSuffix" -> Optional.of(Node.text(here.urlSuffix(), at));
            case "AWS::StackId" ->
                Optional.of(Node.text(
                        "arn:%s:cloudformation:%s:%s:stack/%s/local"
                                .formatted(here.partition(), here.region(), here.accountId(), here.stackName()),
                        at));
            case "AWS::NotificationARNs" -> Optional.of(new Node.Items(List.of(), at));
            default -> Optional.empty();
        };
    }
}

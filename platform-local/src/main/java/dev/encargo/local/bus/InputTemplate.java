package dev.encargo.local.bus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An `InputTemplate` with its `InputPathsMap`, as EventBridge fills it (user guide, "Input transformation"):
/// outside quotes a variable is JSON; within quotes it is the text of a string or number, and an object or list
/// loses its inner quotes. A path that finds nothing gives an empty text. JSON templates come out without line
/// breaks or spaces, and always as valid JSON: text is escaped where EventBridge leaves that to the author.
///
/// Limits: 100 variables, 8,192 characters.
final class InputTemplate {

    private static final int VARIABLES = 100;
    private static final int CHARACTERS = 8192;
    static final Set<String> PREDEFINED = Set.of(
            "aws.events.rule-arn",
            "aws.events.rule-name",
            "aws.events.event.ingestion-time",
            "aws.events.event",
            "aws.events.event.json");

    private final List<TemplatePart> parts;
    private final Map<String, EventPath> paths;

    private InputTemplate(List<TemplatePart> parts, Map<String, EventPath> paths) {
        this.parts = parts;
        this.paths = paths;
    }

    /// Throws [InvalidTargetInput].
    static InputTemplate of(Map<String, String> paths, String template) {
        if (paths.size() > VARIABLES) {
            throw new InvalidTargetInput(
                    "InputPathsMap has %d variables; %d are allowed".formatted(paths.size(), VARIABLES));
        }
        if (template.isEmpty() || template.length() > CHARACTERS) {
            throw new InvalidTargetInput(
                    "InputTemplate has %d characters; 1 to %d are allowed".formatted(template.length(), CHARACTERS));
        }
        Map<String, EventPath> compiled = new HashMap<>();
        paths.forEach((name, path) -> compiled.put(checked(name), EventPath.of(path)));
        List<TemplatePart> parts = TemplateReader.read(template);
        for (TemplatePart part : parts) {
            if (part instanceof TemplatePart.Variable(String name, TemplatePart.Place _)
                    && !compiled.containsKey(name)
                    && !PREDEFINED.contains(name)) {
                throw new InvalidTargetInput(
                        "InputTemplate uses <%s>, which InputPathsMap does not define".formatted(name));
            }
        }
        return new InputTemplate(parts, Map.copyOf(compiled));
    }

    private static String checked(String name) {
        if (name.startsWith("aws.") || name.startsWith("AWS.")) {
            throw new InvalidTargetInput(
                    "InputPathsMap defines %s; names that begin with AWS are reserved".formatted(name));
        }
        return name;
    }

    String render(EventDocument event, RuleOrigin origin) {
        StringBuilder out = new StringBuilder(event.text().length() + 256);
        for (TemplatePart part : parts) {
            switch (part) {
                case TemplatePart.Literal(String text) -> out.append(text);
                case TemplatePart.Variable(String name, TemplatePart.Place place) ->
                    append(out, value(name, event, origin), place);
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, @Nullable JsonNode value, TemplatePart.Place place) {
        if (place == TemplatePart.Place.VALUE) {
            out.append(value == null ? "\"\"" : Jackson.write(value));
        } else if (value == null) {
            return;
        } else if (value.isTextual() && place == TemplatePart.Place.TEXT) {
            out.append(value.textValue());
        } else if (value.isTextual()) {
            String text = Jackson.write(value);
            out.append(text, 1, text.length() - 1);
        } else {
            out.append(Jackson.write(value).replace("\\\"", "").replace("\"", ""));
        }
    }

    private @Nullable JsonNode value(String name, EventDocument event, RuleOrigin origin) {
        EventPath path = paths.get(name);
        if (path != null) {
            return path.in(event.tree());
        }
        return switch (name) {
            case "aws.events.rule-arn" -> text(origin.ruleArn());
            case "aws.events.rule-name" -> text(origin.ruleName());
            case "aws.events.event.ingestion-time" ->
                text(origin.ingestedAt().truncatedTo(ChronoUnit.SECONDS).toString());
            case "aws.events.event" -> withoutDetail(event.tree());
            case "aws.events.event.json" -> event.tree();
            default -> null;
        };
    }

    private static JsonNode withoutDetail(JsonNode event) {
        ObjectNode envelope = Jackson.MAPPER.createObjectNode();
        event.properties().stream()
                .filter(field -> !field.getKey().equals("detail"))
                .forEach(field -> envelope.set(field.getKey(), field.getValue()));
        return envelope;
    }

    private static JsonNode text(String text) {
        return Jackson.MAPPER.getNodeFactory().textNode(text);
    }
}

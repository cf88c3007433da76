package dev.encargo.local.template.read;

import static dev.encargo.local.template.source.Phrase.english;
import static dev.encargo.local.template.source.Phrase.verbatim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.encargo.local.template.Placeholders;
import dev.encargo.local.template.intrinsic.Evaluator;
import dev.encargo.local.template.source.Json;
import dev.encargo.local.template.source.Node;
import dev.encargo.local.template.source.Position;
import dev.encargo.local.template.source.YamlFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A state machine's definition: from `DefinitionUri` or `Definition`, with `DefinitionSubstitutions` put in before
/// it is parsed, because with `"TimeoutSeconds": ${ReserveLimit}` it is no JSON before.
final class Definitions {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Definitions() {}

    record Definition(String file, String text, JsonNode tree) {}

    static Definition of(Properties properties, Evaluator evaluator) {
        Map<String, String> values = properties.child("DefinitionSubstitutions").texts();
        Optional<Node> inline = properties.node("Definition");
        if (inline.isPresent()) {
            Position at = properties.at("Definition");
            String text = substitute(Json.of(inline.get()).toString(), values, at.file(), at.line(), evaluator);
            return parse(text, at.file(), at.line(), evaluator);
        }
        Position at = properties.at("DefinitionUri");
        Path file = evaluator.template().beside(properties.required("DefinitionUri"));
        String shown = Position.display(file);
        return YamlFile.text(file, at, evaluator.refusals())
                .map(text -> parse(substitute(text, values, shown, 1, evaluator), shown, 1, evaluator))
                .orElseGet(() -> new Definition(shown, "", MissingNode.getInstance()));
    }

    private static String substitute(
            String text, Map<String, String> values, String file, int firstLine, Evaluator evaluator) {
        return Placeholders.fill(text, values, missing -> {
            int line = firstLine
                    + (int) text.substring(0, missing.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            evaluator
                    .refusals()
                    .add(
                            new Position(file, line),
                            english("Nothing is given for %s", missing.group()),
                            english("DefinitionSubstitutions does not name it"),
                            english("Add it there or correct the name"));
            return "0";
        });
    }

    private static Definition parse(String text, String file, int firstLine, Evaluator evaluator) {
        try {
            return new Definition(file, text, JSON.readTree(text));
        } catch (JsonProcessingException e) {
            int line =
                    firstLine + (e.getLocation() == null ? 0 : e.getLocation().getLineNr() - 1);
            evaluator
                    .refusals()
                    .add(
                            new Position(file, line),
                            english("The definition is not valid JSON"),
                            verbatim(e.getOriginalMessage()),
                            english("Correct the line"));
            return new Definition(file, text, MissingNode.getInstance());
        }
    }
}

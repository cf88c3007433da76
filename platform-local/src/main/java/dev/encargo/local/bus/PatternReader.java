package dev.encargo.local.bus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.event.ruler.JsonRuleCompiler;

/// Reads an accepted pattern as alternatives: each is a set of conditions that must hold together. A pattern
/// without `$or` is one alternative. Where `$or` is not a choice between two or more objects of fields, the matcher
/// takes it for an ordinary name, and so does this. A field named twice counts once, the last time.
final class PatternReader {

    private static final ObjectReader VALUE =
            Jackson.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final boolean choices;
    private int position;

    private PatternReader(boolean choices) {
        this.choices = choices;
    }

    static List<List<Condition>> alternatives(String json) {
        PatternReader reader = new PatternReader(JsonRuleCompiler.check(json) == null);
        try (JsonParser parser = Jackson.MAPPER.createParser(json)) {
            parser.nextToken();
            List<Map<String, Condition>> all = reader.object(List.of(Map.of()), "", Optional.empty(), parser);
            return all.stream().map(one -> List.copyOf(one.values())).toList();
        } catch (IOException impossible) {
            throw new IllegalStateException("An accepted pattern could not be read", impossible);
        }
    }

    private List<Map<String, Condition>> object(
            List<Map<String, Condition>> before, String path, Optional<Condition.Choice> within, JsonParser parser)
            throws IOException {
        List<Map<String, Condition>> all = before;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            String inner = path.isEmpty() ? name : path + "." + name;
            boolean list = parser.nextToken() == JsonToken.START_ARRAY;
            if (choices && name.equals("$or")) {
                Condition.Choice choice = within.orElse(new Condition.Choice(inner, position++));
                all = choice(all, path, choice, parser);
            } else {
                all = list ? field(all, inner, within, parser) : object(all, inner, within, parser);
            }
        }
        return all;
    }

    private List<Map<String, Condition>> choice(
            List<Map<String, Condition>> before, String path, Condition.Choice choice, JsonParser parser)
            throws IOException {
        List<Map<String, Condition>> all = new ArrayList<>();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            all.addAll(object(before, path, Optional.of(choice), parser));
        }
        return all;
    }

    private List<Map<String, Condition>> field(
            List<Map<String, Condition>> before, String path, Optional<Condition.Choice> within, JsonParser parser)
            throws IOException {
        ArrayNode wanted = VALUE.readTree(parser);
        Condition condition = new Condition(path, wanted, position++, within);
        List<Map<String, Condition>> all = new ArrayList<>();
        for (Map<String, Condition> one : before) {
            Map<String, Condition> more = new LinkedHashMap<>(one);
            more.remove(path);
            more.put(path, condition);
            all.add(more);
        }
        return all;
    }
}

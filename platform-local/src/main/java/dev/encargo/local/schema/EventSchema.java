package dev.encargo.local.schema;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.InvalidSchemaException;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.DisallowUnknownKeywordFactory;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The JSON Schema (2020-12) of one version of an event, which `id` names: an event's `dataschema`.
public final class EventSchema {
    private static final Dialect HEEDED = Dialect.builder(Dialects.getDraft202012())
            .unknownKeywordFactory(DisallowUnknownKeywordFactory.getInstance())
            .build();

    private final String id;
    private final String source;
    private final Schema compiled;

    private EventSchema(String id, String source, Schema compiled) {
        this.id = id;
        this.source = source;
        this.compiled = compiled;
    }

    /// Reads the schema of version `version` of the event `type`, which says that it is that one's. A word in it that
    /// nobody would heed is refused: a misspelt `requird` must not mean that nothing is required.
    ///
    /// @throws InvalidEventSchema where the text is JSON and no such schema
    public static EventSchema of(String type, int version, String json) throws InvalidEventSchema {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                HEEDED,
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(true)
                        .build()));
        meta(registry, json);
        try {
            Schema schema = registry.getSchema(json, InputFormat.JSON);
            schema.initializeValidators();
            JsonNode tree = schema.getSchemaNode();
            String id = "urn:encargo:events:" + type + ":" + version;
            mustSay(tree, "/$id", id);
            mustSay(tree, "/type", "object");
            mustSay(tree, "/properties/type/const", type);
            mustSay(tree, "/properties/dataschema/const", id);
            String source = tree.at("/properties/source/const").asString("");
            if (source.isEmpty()) {
                throw new InvalidEventSchema("/properties/source/const", "it does not say who publishes the event");
            }
            return new EventSchema(id, source, schema);
        } catch (InvalidSchemaException unheeded) {
            throw new InvalidEventSchema("", String.valueOf(unheeded.getMessage()));
        }
    }

    private static void meta(SchemaRegistry registry, String json) throws InvalidEventSchema {
        List<Error> wrong = registry.getSchema(
                        SchemaLocation.of(Dialects.getDraft202012().getId()))
                .validate(json, InputFormat.JSON);
        if (!wrong.isEmpty()) {
            Error first = wrong.getFirst();
            throw new InvalidEventSchema(first.getInstanceLocation().toString(), String.valueOf(first.getMessage()));
        }
    }

    private static void mustSay(JsonNode tree, String pointer, String expected) throws InvalidEventSchema {
        String said = tree.at(pointer).asString("");
        if (!said.equals(expected)) {
            throw new InvalidEventSchema(
                    pointer, pointer + " is " + (said.isEmpty() ? "missing" : said) + ", not " + expected);
        }
    }

    String id() {
        return id;
    }

    String source() {
        return source;
    }

    /// What does not fit of an event's `detail`.
    List<Misfit> misfits(String detailJson) {
        return compiled.validate(detailJson, InputFormat.JSON).stream()
                .map(Misfit::of)
                .toList();
    }
}

package dev.encargo.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.Event;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// JSON Schemas (2020-12) of the events, made from the records of `contracts`: a component is required unless it is
/// `@Nullable`. `main` writes them into `infrastructure/event-schemas/<Type>/1.json`.
final class Schemas {

    static final Path FOLDER = Infrastructure.FOLDER.resolve("event-schemas");
    static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Schemas() {}

    public static void main(String[] args) throws IOException {
        for (Class<?> event : events()) {
            Path file = file(event);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text(schema(event)));
        }
    }

    static String text(JsonNode schema) throws IOException {
        return JSON.writeValueAsString(schema).replace("\r\n", "\n") + "\n";
    }

    static Path file(Class<?> event) {
        return FOLDER.resolve(event.getSimpleName()).resolve("1.json");
    }

    /// Events without a folder of schemas, and folders without an event.
    static List<String> strangers(Path folder) throws IOException {
        Set<String> names = new TreeSet<>();
        events().forEach(event -> names.add(event.getSimpleName()));
        try (Stream<Path> folders = Files.list(folder)) {
            folders.map(one -> one.getFileName().toString())
                    .filter(name -> !names.remove(name))
                    .toList()
                    .forEach(names::add);
        }
        return List.copyOf(names);
    }

    /// Every event record of the sealed families.
    static List<Class<?>> events() {
        return records(Event.class).toList();
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(Schemas::records);
    }

    static ObjectNode schema(Class<?> event) {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:encargo:events:" + event.getSimpleName() + ":1");
        schema.put("title", event.getSimpleName());
        ObjectNode properties = schema.put("type", "object").putObject("properties");
        properties.putObject("specversion").put("const", "1.0");
        properties.putObject("id").put("type", "string").put("pattern", "^evt_");
        properties.putObject("source").put("const", source(event));
        properties.putObject("type").put("const", event.getSimpleName());
        properties.putObject("time").put("type", "string").put("format", "date-time");
        properties.putObject("subject").put("type", "string").put("pattern", "^ord_");
        properties.putObject("sequence").put("type", "integer").put("minimum", 1);
        properties.putObject("traceparent").put("type", "string");
        properties.putObject("dataschema").put("const", "urn:encargo:events:" + event.getSimpleName() + ":1");
        properties.putObject("datacontenttype").put("const", "application/json");
        properties.set("data", record(event));
        properties.set("private", record(Confidential.class));
        ArrayNode required = schema.putArray("required");
        List.of("specversion", "id", "source", "type", "time", "subject", "sequence", "data")
                .forEach(required::add);
        return schema;
    }

    /// As its family says it.
    private static String source(Class<?> event) {
        try {
            return (String) event.getField("SOURCE").get(null);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalArgumentException("no source for " + event, missing);
        }
    }

    private static ObjectNode record(Class<?> type) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.createArrayNode();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), of(component.getGenericType()));
            if (!isNullable(component)) {
                required.add(component.getName());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static ObjectNode of(Type type) {
        ObjectNode schema = JSON.createObjectNode();
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            schema.put("type", "array").set("items", of(list.getActualTypeArguments()[0]));
            return schema;
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return schema.put("type", "string");
        } else if (plain == int.class || plain == long.class) {
            return schema.put("type", "integer");
        } else if (plain == boolean.class) {
            return schema.put("type", "boolean");
        } else if (plain == BigDecimal.class) {
            return schema.put("type", "number");
        } else if (plain == LocalDate.class) {
            return schema.put("type", "string").put("format", "date");
        } else if (plain == Instant.class) {
            return schema.put("type", "string").put("format", "date-time");
        } else if (plain.isEnum()) {
            ArrayNode names = schema.put("type", "string").putArray("enum");
            Arrays.stream(plain.getEnumConstants()).map(Object::toString).forEach(names::add);
            return schema;
        } else if (plain.isRecord()) {
            return record(plain);
        }
        throw new IllegalArgumentException("no JSON Schema is known for " + type);
    }
}

package dev.encargo.local.template.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.encargo.local.schema.EventSchema;
import dev.encargo.local.schema.EventSchemas;
import dev.encargo.local.schema.InvalidEventSchema;
import dev.encargo.local.template.model.BusResource;
import dev.encargo.local.template.source.JsonLines;
import dev.encargo.local.template.source.Position;
import dev.encargo.local.template.source.Refusals;
import dev.encargo.local.template.source.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The event schemas beside the template: `event-schemas/<Type>/<version>.json`. A template with a bus of its own
/// has some.
final class EventSchemaReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern NAME = Pattern.compile("([A-Za-z][A-Za-z0-9]*)/([1-9][0-9]{0,3})\\.json");

    private final Path folder;
    private final Refusals refusals;

    private EventSchemaReader(Path folder, Refusals refusals) {
        this.folder = folder;
        this.refusals = refusals;
    }

    static EventSchemas read(Draft draft) {
        Path folder = draft.evaluator().template().beside(EventSchemas.FOLDER);
        EventSchemaReader reader =
                new EventSchemaReader(folder, draft.evaluator().refusals());
        List<Path> files = reader.files();
        if (files.isEmpty()) {
            draft.all(BusResource.class).values().stream().findFirst().ifPresent(reader::refuse);
        }
        Map<String, EventSchema> schemas = new LinkedHashMap<>();
        for (Path file : files) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            reader.schema(file, name).ifPresent(schema -> schemas.put(name, schema));
        }
        return new EventSchemas(schemas);
    }

    private void refuse(BusResource bus) {
        refusals.add(
                bus.at(),
                "No event schema lies in " + Position.display(folder),
                "What is published on " + bus.id() + " is held to them",
                "Put <Type>/<version>.json there for each event of the application");
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Optional<EventSchema> schema(Path file, String name) {
        Position start = Position.startOf(file);
        Matcher named = NAME.matcher(name);
        if (!named.matches()) {
            refusals.add(
                    start,
                    "The name " + name + " says no event and no version",
                    "An event's schema is found by its type and version",
                    "Call it <Type>/<version>.json or take it away");
            return Optional.empty();
        }
        return YamlFile.text(file, start, refusals).flatMap(text -> schema(named, text, start));
    }

    private Optional<EventSchema> schema(Matcher named, String text, Position start) {
        try {
            JSON.readTree(text);
            return Optional.of(EventSchema.of(named.group(1), Integer.parseInt(named.group(2)), text));
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            refuse(start, line, "The schema is not valid JSON", broken.getOriginalMessage());
        } catch (InvalidEventSchema invalid) {
            refuse(
                    start,
                    JsonLines.of(text, invalid.pointer()),
                    "This is no schema of " + named.group(1) + ", version " + named.group(2),
                    String.valueOf(invalid.getMessage()));
        }
        return Optional.empty();
    }

    private void refuse(Position start, int line, String what, String why) {
        refusals.add(new Position(start.file(), line), what, why, "Correct the line");
    }
}

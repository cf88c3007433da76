package dev.encargo.local.template.read;

import static dev.encargo.local.template.source.Phrase.english;
import static dev.encargo.local.template.source.Phrase.verbatim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.encargo.local.schema.EventSchema;
import dev.encargo.local.schema.EventSchemas;
import dev.encargo.local.schema.InvalidEventSchema;
import dev.encargo.local.template.model.BusResource;
import dev.encargo.local.template.source.JsonLines;
import dev.encargo.local.template.source.Phrase;
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
                english("No event schema lies in %s", Position.display(folder)),
                english("What is published on %s is held to them", bus.id()),
                english("Put <Type>/<version>.json there for each event of the application"));
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
                    english("The name %s says no event and no version", name),
                    english("An event's schema is found by its type and version"),
                    english("Call it <Type>/<version>.json or take it away"));
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
            refuse(start, line, english("The schema is not valid JSON"), verbatim(broken.getOriginalMessage()));
        } catch (InvalidEventSchema invalid) {
            refuse(
                    start,
                    JsonLines.of(text, invalid.pointer()),
                    english("This is no schema of %s, version %s", named.group(1), named.group(2)),
                    verbatim(String.valueOf(invalid.getMessage())));
        }
        return Optional.empty();
    }

    private void refuse(Position start, int line, Phrase what, Phrase why) {
        refusals.add(new Position(start.file(), line), what, why, english("Correct the line"));
    }
}

package dev.encargo.local.bus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Asks many patterns of many events: JSON lines `{"id","pattern","event"}` in, `{"id","matches"}` or
/// `{"id","error"}` out, line for line. `pattern` and `event` are objects or texts that hold one; they reach the
/// matcher as they were written. Blank lines are skipped; a line that cannot be read is answered with the id
/// `null`.
public final class PatternBatch {

    private static final int REMEMBERED = 256;

    private final Map<String, EventPattern> compiled = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, EventPattern> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Question(
            String id, @Nullable String pattern, @Nullable String event) {}

    private PatternBatch() {}

    /// Answers until the input ends. Returns 0, or 1 when the output could not be written or the input not be read.
    public static int matchBatch(InputStream in, PrintStream out) {
        PatternBatch batch = new PatternBatch();
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    out.writeBytes((batch.answer(line) + "\n").getBytes(StandardCharsets.UTF_8));
                }
                if (!lines.ready()) {
                    out.flush();
                }
            }
        } catch (IOException unreadable) {
            return 1;
        }
        return out.checkError() ? 1 : 0;
    }

    private String answer(String line) {
        Question question;
        try {
            question = read(line);
        } catch (JsonProcessingException malformed) {
            return "{\"id\":null,\"error\":%s}".formatted(quoted("Not a JSON object: " + Jackson.problem(malformed)));
        } catch (IOException | InvalidEvent malformed) {
            return "{\"id\":null,\"error\":%s}".formatted(quoted(String.valueOf(malformed.getMessage())));
        }
        try {
            return "{\"id\":%s,\"matches\":%b}".formatted(question.id(), matches(question));
        } catch (InvalidEventPattern | InvalidEvent refused) {
            return "{\"id\":%s,\"error\":%s}".formatted(question.id(), quoted(String.valueOf(refused.getMessage())));
        } catch (RuntimeException failed) {
            return "{\"id\":%s,\"error\":%s}".formatted(question.id(), quoted("The matcher failed: " + failed));
        }
    }

    private boolean matches(Question question) {
        if (question.pattern() == null) {
            throw new InvalidEventPattern("There is no pattern");
        }
        EventPattern pattern = compiled.get(question.pattern());
        if (pattern == null) {
            pattern = EventPattern.of(question.pattern());
            compiled.put(question.pattern(), pattern);
        }
        if (question.event() == null) {
            throw new InvalidEvent("There is no event");
        }
        EventDocument.of(question.event()).tree();
        return pattern.matches(question.event());
    }

    private static Question read(String line) throws IOException {
        String json = line.startsWith("\uFEFF") ? line.substring(1) : line;
        try (JsonParser parser = Jackson.MAPPER.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidEvent("A line is a JSON object");
            }
            String id = "null";
            String pattern = null;
            String event = null;
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "id" -> id = written(parser, json);
                    case "pattern" -> pattern = text(parser, json);
                    case "event" -> event = text(parser, json);
                    default -> parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw new InvalidEvent("A line is one JSON object");
            }
            return new Question(id, pattern, event);
        }
    }

    private static String text(JsonParser parser, String json) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : written(parser, json);
    }

    /// The value as it stands in the line: duplicate names and the spelling of numbers stay.
    private static String written(JsonParser parser, String json) throws IOException {
        int from = (int) parser.currentTokenLocation().getCharOffset();
        parser.finishToken();
        parser.skipChildren();
        return json.substring(from, (int) parser.currentLocation().getCharOffset());
    }

    private static String quoted(String text) {
        return Jackson.write(Jackson.MAPPER.getNodeFactory().textNode(text));
    }
}

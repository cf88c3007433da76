package dev.encargo.local.ports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.encargo.platform.Redaction;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The host's log: one JSON object a line, redacted.
public final class LogFile implements AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory();

    private final Writer out;

    public LogFile(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            this.out = new BufferedWriter(Files.newBufferedWriter(
                    file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Writes one line. `fault` adds its type, message and the place it came from.
    public void line(
            Instant at,
            String level,
            String function,
            String message,
            Map<String, ?> fields,
            @Nullable Throwable fault) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("timestamp", at.toString());
            json.writeStringField("level", level);
            json.writeStringField("function", function);
            json.writeStringField("message", Redaction.of(message));
            for (Map.Entry<String, ?> field : fields.entrySet()) {
                json.writeObjectField(field.getKey(), plain(field.getValue()));
            }
            if (fault != null) {
                error(json, fault);
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        write(text.append('\n').toString());
    }

    private static Object plain(Object value) {
        String text = String.valueOf(value);
        String redacted = Redaction.of(text);
        boolean bare = value instanceof Number || value instanceof Boolean;
        return bare && redacted.equals(text) ? value : redacted;
    }

    private static void error(JsonGenerator json, Throwable fault) throws IOException {
        json.writeObjectFieldStart("error");
        json.writeStringField("type", fault.getClass().getName());
        json.writeStringField("message", Redaction.of(String.valueOf(fault.getMessage())));
        StackTraceElement[] stack = fault.getStackTrace();
        json.writeArrayFieldStart("stack");
        for (int i = 0; i < Math.min(8, stack.length); i++) {
            json.writeString(stack[i].toString());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private synchronized void write(String line) {
        try {
            out.write(line);
            out.flush();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}

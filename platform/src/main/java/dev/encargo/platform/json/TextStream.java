package dev.encargo.platform.json;

import io.avaje.json.JsonException;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.json.PropertyNames;
import io.avaje.json.stream.BufferedJsonWriter;
import io.avaje.json.stream.BytesJsonWriter;
import io.avaje.json.stream.JsonOutput;
import io.avaje.json.stream.JsonStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/// Reads with [TextReader], because the library's own reader refuses texts of more than 32,768 characters: a
/// queue's message may hold 256 KB. Writes as the library does.
final class TextStream implements JsonStream {
    private final JsonStream writers =
            JsonStream.builder().serializeNulls(false).serializeEmpty(true).build();

    @Override
    public JsonReader reader(String json) {
        return new TextReader(json);
    }

    @Override
    public JsonReader reader(byte[] json) {
        return new TextReader(new String(json, StandardCharsets.UTF_8));
    }

    @Override
    public JsonReader reader(Reader json) {
        StringWriter text = new StringWriter();
        try {
            json.transferTo(text);
        } catch (IOException unreadable) {
            throw new JsonException(unreadable);
        }
        return new TextReader(text.toString());
    }

    @Override
    public JsonReader reader(InputStream json) {
        try {
            return reader(json.readAllBytes());
        } catch (IOException unreadable) {
            throw new JsonException(unreadable);
        }
    }

    @Override
    public JsonWriter writer(Writer writer) {
        return writers.writer(writer);
    }

    @Override
    public JsonWriter writer(OutputStream stream) {
        return writers.writer(stream);
    }

    @Override
    public JsonWriter writer(JsonOutput output) {
        return writers.writer(output);
    }

    @Override
    public BufferedJsonWriter bufferedWriter() {
        return writers.bufferedWriter();
    }

    @Override
    public BytesJsonWriter bufferedWriterAsBytes() {
        return writers.bufferedWriterAsBytes();
    }

    @Override
    public PropertyNames properties(String... names) {
        return writers.properties(names);
    }
}

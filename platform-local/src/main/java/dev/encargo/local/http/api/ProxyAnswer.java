package dev.encargo.local.http.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.encargo.local.http.wire.Headers;
import dev.encargo.local.http.wire.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what a function behind the API answered: `{statusCode, headers, multiValueHeaders, body,
/// isBase64Encoded}`.
final class ProxyAnswer {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> FRAMING =
            Set.of("content-length", "transfer-encoding", "connection", "keep-alive", "date", "upgrade", "trailer");

    private int status = -1;
    private Headers headers = Headers.none();
    private Headers more = Headers.none();
    private @Nullable String body;
    private boolean encoded;

    private ProxyAnswer() {}

    /// @throws Malformed where API Gateway would answer 502
    static Response read(byte[] answer) throws Malformed {
        ProxyAnswer read = new ProxyAnswer();
        try (JsonParser json = JSON.createParser(answer)) {
            read.readFields(json);
            return read.response();
        } catch (IOException | IllegalArgumentException bad) {
            throw new Malformed(String.valueOf(bad.getMessage()));
        }
    }

    private void readFields(JsonParser json) throws IOException, Malformed {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new Malformed("it is no JSON object");
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "statusCode" -> status = json.getValueAsInt(-1);
                case "headers" -> headers = headers(json, value, headers);
                case "multiValueHeaders" -> more = headers(json, value, more);
                case "body" -> body = body(json, value);
                case "isBase64Encoded" -> encoded = value == JsonToken.VALUE_TRUE;
                default -> json.skipChildren();
            }
        }
    }

    private static @Nullable String body(JsonParser json, JsonToken value) throws IOException, Malformed {
        if (value == JsonToken.VALUE_NULL) {
            return null;
        }
        if (value != JsonToken.VALUE_STRING) {
            throw new Malformed("its body is no text");
        }
        return json.getText();
    }

    private static Headers headers(JsonParser json, JsonToken value, Headers before) throws IOException, Malformed {
        if (value == JsonToken.VALUE_NULL) {
            return before;
        }
        if (value != JsonToken.START_OBJECT) {
            throw new Malformed("its headers are no object");
        }
        Headers read = before;
        String name = "";
        int depth = 1;
        while (depth > 0) {
            JsonToken token = json.nextToken();
            switch (token) {
                case FIELD_NAME -> name = json.currentName();
                case START_ARRAY -> depth++;
                case END_ARRAY, END_OBJECT -> depth--;
                case VALUE_NULL -> {}
                case START_OBJECT, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                    throw new Malformed("its header " + name + " is no text");
                default ->
                    read = FRAMING.contains(name.toLowerCase(Locale.ROOT)) ? read : read.with(name, json.getText());
            }
        }
        return read;
    }

    private Response response() throws Malformed {
        if (status < 200 || status > 599) {
            throw new Malformed("it has no statusCode from 200 to 599");
        }
        Headers all = more;
        for (int i = 0; i < headers.size(); i++) {
            all = all.find(headers.name(i)) == null ? all.with(headers.name(i), headers.value(i)) : all;
        }
        byte[] bytes = bytes();
        if (bytes.length > 0 && all.find("Content-Type") == null) {
            all = all.with("Content-Type", "application/json");
        }
        return Response.bytes(status, all, bytes);
    }

    private byte[] bytes() {
        String text = body;
        if (text == null) {
            return new byte[0];
        }
        return encoded ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
    }

    /// An answer that is none.
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String why) {
            super(why);
        }
    }
}

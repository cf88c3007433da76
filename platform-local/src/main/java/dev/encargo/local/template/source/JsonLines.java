package dev.encargo.local.template.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Finds the line of a place in a JSON text.
public final class JsonLines {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonLines() {}

    /// The line, from 1, at which the value at `pointer` stands; of what does not exist, that of the nearest that
    /// does and holds it.
    public static int of(String text, String pointer) {
        int line = 1;
        int nearest = -1;
        try (JsonParser parser = JSON.createParser(text)) {
            while (parser.nextToken() != null) {
                String here = parser.getParsingContext().pathAsPointer().toString();
                boolean holds = pointer.equals(here) || pointer.startsWith(here + "/");
                if (holds && here.length() > nearest) {
                    nearest = here.length();
                    line = parser.currentTokenLocation().getLineNr();
                }
            }
            return line;
        } catch (IOException impossible) {
            throw new UncheckedIOException("the text was read before", impossible);
        }
    }
}

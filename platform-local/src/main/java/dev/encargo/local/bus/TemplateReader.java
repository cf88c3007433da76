package dev.encargo.local.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes an input template apart, once. In a template that is a JSON object or list, white space between the values
/// is dropped and a variable's place (inside a string or not) is found; any other template is text.
final class TemplateReader {

    private static final Pattern VARIABLE = Pattern.compile("<([A-Za-z0-9_.-]+)>");

    private final String template;
    private final boolean json;
    private final StringBuilder literal = new StringBuilder();
    private final List<TemplatePart> parts = new ArrayList<>();
    private boolean inString;

    private TemplateReader(String template) {
        this.template = template;
        String start = template.stripLeading();
        this.json = start.startsWith("{") || start.startsWith("[");
    }

    static List<TemplatePart> read(String template) {
        return new TemplateReader(template).parts();
    }

    private List<TemplatePart> parts() {
        Matcher variable = VARIABLE.matcher(template);
        int at = 0;
        while (at < template.length()) {
            if (variable.region(at, template.length()).lookingAt()) {
                flush();
                parts.add(new TemplatePart.Variable(variable.group(1), place(at, variable.end())));
                at = variable.end();
            } else {
                at += character(at);
            }
        }
        flush();
        return List.copyOf(parts);
    }

    /// A template that is one variable and nothing else is JSON, too.
    private TemplatePart.Place place(int from, int to) {
        if (inString) {
            return TemplatePart.Place.STRING;
        }
        boolean alone =
                template.substring(0, from).isBlank() && template.substring(to).isBlank();
        return json || alone ? TemplatePart.Place.VALUE : TemplatePart.Place.TEXT;
    }

    private int character(int at) {
        char c = template.charAt(at);
        if (inString && c == '\\' && at + 1 < template.length()) {
            literal.append(template, at, at + 2);
            return 2;
        }
        if (c == '"') {
            inString = !inString;
        }
        if (!json || inString || !Character.isWhitespace(c)) {
            literal.append(c);
        }
        return 1;
    }

    private void flush() {
        if (!literal.isEmpty()) {
            parts.add(new TemplatePart.Literal(literal.toString()));
            literal.setLength(0);
        }
    }
}

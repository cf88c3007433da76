package dev.encargo.local.workflow.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A compiled JSONPath: into the input (`$`), the context object (`$$`) or a variable (`$name`). A path that names
/// one node is walked directly; filters, slices, wildcards and the rest are left to the JSONPath library, whose
/// answer is then an array.
public final class Path implements Expression {
    /// What a variable's name looks like: an identifier of Unicode.
    public static final String VARIABLE = "\\p{javaUnicodeIdentifierStart}\\p{javaUnicodeIdentifierPart}*";

    private static final Pattern ROOT = Pattern.compile("^(\\$\\$?)(" + VARIABLE + ")?");
    private static final Pattern ESCAPED_NAME =
            Pattern.compile("(\\.?)\\.((?:[\\p{L}\\p{N}_&-]*\\\\.)+[\\p{L}\\p{N}_&-]*)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final Configuration LIBRARY = Configuration.builder()
            .jsonProvider(new JacksonJsonNodeJsonProvider(TREES))
            .mappingProvider(new JacksonMappingProvider(TREES))
            .build();

    private final String text;
    private final String field;
    private final boolean context;
    private final @Nullable String variable;
    private final @Nullable List<Object> steps;
    private final @Nullable JsonPath general;

    private Path(String text, String field) {
        this.text = text;
        this.field = field;
        Matcher root = ROOT.matcher(text);
        if (!root.find()) {
            throw new SyntaxProblem("'" + text + "' is not a JSONPath: it must start with '$'");
        }
        this.context = root.group(1).length() == 2;
        this.variable = root.group(2);
        if (context && variable != null) {
            throw new SyntaxProblem("'" + text + "' is not a JSONPath: '$$' must be followed by '.' or '['");
        }
        String rest = text.substring(root.end());
        this.steps = PathSteps.of(rest);
        this.general = steps != null ? null : library(text, rest);
    }

    private static JsonPath library(String text, String rest) {
        if (!closed(rest)) {
            throw new SyntaxProblem(
                    "'" + text + "' is not a valid JSONPath: a bracket, a quote or an escape is not closed");
        }
        try {
            return JsonPath.compile("$" + withoutEscapes(rest));
        } catch (InvalidPathException | IllegalArgumentException e) {
            throw new SyntaxProblem("'" + text + "' is not a valid JSONPath: " + e.getMessage());
        }
    }

    /// The library knows escapes only between quotes: `.a\.b` becomes `['a.b']`.
    private static String withoutEscapes(String rest) {
        return ESCAPED_NAME
                .matcher(rest)
                .replaceAll(name -> Matcher.quoteReplacement((name.group(1).isEmpty() ? "" : "..") + "['"
                        + ESCAPE.matcher(name.group(2))
                                .replaceAll(escape ->
                                        Matcher.quoteReplacement(escape.group(1).equals("'") ? "\\'" : escape.group(1)))
                        + "']"));
    }

    /// The library overlooks brackets that are not closed.
    private static boolean closed(String rest) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < rest.length() && depth >= 0; i++) {
            char c = rest.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '\\') {
                i++;
                depth += i < rest.length() ? 0 : 1;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '[' || c == '(') {
                depth++;
            } else if (c == ']' || c == ')') {
                depth--;
            }
        }
        return depth == 0 && quote == 0;
    }

    /// @param field the name of the field that has the path, for the cause of an error
    /// @throws SyntaxProblem when the text is no path
    public static Path compile(String text, String field) {
        return new Path(text, field);
    }

    /// A path that can name only one node.
    public static Path reference(String text, String field) {
        Path path = new Path(text, field);
        if (path.steps == null) {
            throw new SyntaxProblem("'" + text + "' is not a Reference Path: it may name only one node");
        }
        return path;
    }

    public String text() {
        return text;
    }

    /// The name of the field that has the path.
    String field() {
        return field;
    }

    /// The value, or null when the path finds nothing.
    public @Nullable JsonNode find(Scope scope) {
        JsonNode root = root(scope);
        if (root == null) {
            return null;
        }
        return steps != null ? walk(root, steps) : ask(root);
    }

    @Override
    public JsonNode evaluate(Scope scope) {
        JsonNode found = find(scope);
        if (found == null) {
            throw StatesError.runtime(notFound(scope));
        }
        return found;
    }

    /// How AWS words a path that finds nothing.
    public String notFound(Scope scope) {
        if (variable != null && !scope.variables().has(variable)) {
            return "The variable '$" + variable + "' referenced by the field '" + field + "' has not been assigned";
        }
        JsonNode root = root(scope);
        return "The JSONPath '" + text + "' specified for the field '" + field + "' could not be found in the input '"
                + Json.write(root == null ? scope.input() : root) + "'";
    }

    private @Nullable JsonNode root(Scope scope) {
        if (variable != null) {
            return scope.variables().get(variable);
        }
        return context ? scope.context().get() : scope.input();
    }

    private static @Nullable JsonNode walk(JsonNode root, List<Object> steps) {
        JsonNode node = root;
        for (Object step : steps) {
            node = step instanceof String name ? member(node, name) : node.get((Integer) step);
            if (node == null) {
                return null;
            }
        }
        return node;
    }

    private static @Nullable JsonNode member(JsonNode node, String name) {
        return node.isObject() ? node.get(name) : null;
    }

    private @Nullable JsonNode ask(JsonNode root) {
        if (general == null) {
            return null;
        }
        try {
            Object found = general.read((Object) root, LIBRARY);
            return found instanceof JsonNode node ? node : TREES.valueToTree(found);
        } catch (JsonPathException e) {
            return null;
        }
    }
}

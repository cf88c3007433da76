package dev.encargo.local.workflow.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Intrinsic functions over text.
final class TextFunctions {
    private static final int LONGEST = 10_000;

    private TextFunctions() {}

    static JsonNode format(Arguments arguments) {
        arguments.requireCount(1, Integer.MAX_VALUE);
        if (!arguments.any(0).isTextual()) {
            arguments.text(0);
        }
        String template = arguments.template(0);
        StringBuilder text = new StringBuilder();
        int next = 1;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '\\') {
                Quoted.requireEscape(template, ++i);
                text.append(template.charAt(i));
            } else if (c == '{') {
                requirePlaceholder(template, i++);
                text.append(filling(arguments, next++));
            } else if (c == '}') {
                throw new IntrinsicProblem("there is a '}' without its '{' in '" + template + "'");
            } else {
                text.append(c);
            }
        }
        if (next != arguments.count()) {
            throw new IntrinsicProblem("the template has " + (next - 1) + " placeholders, but there are "
                    + (arguments.count() - 1) + " values");
        }
        return Json.text(text.toString());
    }

    private static void requirePlaceholder(String template, int at) {
        if (at + 1 >= template.length() || template.charAt(at + 1) != '}') {
            throw new IntrinsicProblem("there is a '{' without its '}' in '" + template + "'");
        }
    }

    private static String filling(Arguments arguments, int index) {
        if (index >= arguments.count()) {
            throw new IntrinsicProblem("the template has more placeholders than there are values");
        }
        JsonNode value = arguments.any(index);
        if (value.isContainerNode()) {
            throw new IntrinsicProblem(
                    "only strings, numbers, booleans and null can be formatted, but found '" + Json.write(value) + "'");
        }
        return value.isTextual() ? value.textValue() : Json.write(value);
    }

    static JsonNode stringToJson(Arguments arguments) {
        arguments.requireCount(1, 1);
        try {
            return Json.parse(arguments.text(0));
        } catch (JsonProcessingException e) {
            throw new IntrinsicProblem("Invalid JSON: " + e.getOriginalMessage());
        }
    }

    static JsonNode jsonToString(Arguments arguments) {
        arguments.requireCount(1, 1);
        return Json.text(Json.write(arguments.any(0)));
    }

    static JsonNode stringSplit(Arguments arguments) {
        arguments.requireCount(2, 2);
        String text = arguments.text(0);
        String delimiters = arguments.text(1);
        if (delimiters.isEmpty()) {
            throw new IntrinsicProblem("The second argument must have at least one delimiting character");
        }
        ArrayNode parts = Json.array();
        StringBuilder part = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (delimiters.indexOf(c) < 0) {
                part.appendCodePoint(c);
            } else {
                add(parts, part);
            }
        });
        add(parts, part);
        return parts;
    }

    private static void add(ArrayNode parts, StringBuilder part) {
        if (!part.isEmpty()) {
            parts.add(part.toString());
            part.setLength(0);
        }
    }

    static JsonNode base64Encode(Arguments arguments) {
        arguments.requireCount(1, 1);
        return Json.text(
                Base64.getEncoder().encodeToString(limited(arguments.text(0)).getBytes(StandardCharsets.UTF_8)));
    }

    static JsonNode base64Decode(Arguments arguments) {
        arguments.requireCount(1, 1);
        try {
            byte[] bytes = Base64.getDecoder().decode(limited(arguments.text(0)));
            return Json.text(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new IntrinsicProblem("Invalid Base64: " + e.getMessage());
        }
    }

    static JsonNode hash(Arguments arguments) {
        arguments.requireCount(2, 2);
        JsonNode data = arguments.any(0);
        String text = limited(data.isTextual() ? data.textValue() : Json.write(data));
        String digest = Digests.hex(text, arguments.text(1));
        if (digest == null) {
            throw new IntrinsicProblem(
                    "The second argument must be one of " + Digests.NAMES + ", but was '" + arguments.text(1) + "'");
        }
        return Json.text(digest);
    }

    private static String limited(String text) {
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new IntrinsicProblem("The first argument must have at most " + LONGEST + " characters");
        }
        return text;
    }
}

package dev.encargo.local.http.validation;

import com.networknt.schema.Error;
import tools.jackson.databind.JsonNode;

/// What a schema's keyword says to a person.
final class Wording {

    private Wording() {}

    static String of(Error error) {
        JsonNode wanted = error.getSchemaNode();
        return switch (String.valueOf(error.getKeyword())) {
            case "required" -> "is missing";
            case "additionalProperties" -> "is not known here";
            case "type" -> "must be " + article(wanted) + (wanted == null ? "of another type" : wanted.asString());
            case "enum" -> "must be one of " + wanted;
            case "pattern" -> "must match " + (wanted == null ? "its pattern" : wanted.asString());
            case "minimum" -> "must be at least " + wanted;
            case "maximum" -> "must be at most " + wanted;
            case "minLength" -> "must have at least " + wanted + " characters";
            case "maxLength" -> "must have at most " + wanted + " characters";
            case "minItems" -> "must have at least " + wanted + " items";
            case "maxItems" -> "must have at most " + wanted + " items";
            case "multipleOf" -> "must be a multiple of " + wanted;
            case "format" -> format(wanted == null ? "" : wanted.asString(), error);
            default -> String.valueOf(error.getMessage());
        };
    }

    private static String format(String name, Error error) {
        return name.equals("date-time")
                ? "must be a date-time, such as 2026-01-31T09:00:00Z"
                : String.valueOf(error.getMessage());
    }

    private static String article(JsonNode wanted) {
        String type = wanted == null ? "" : wanted.asString();
        return type.isEmpty() ? "" : "aeiou".indexOf(type.charAt(0)) >= 0 ? "an " : "a ";
    }
}

package dev.encargo.local.http.validation;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import dev.encargo.local.http.wire.Problem.FieldError;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// One compiled schema.
final class Check {

    private static final int MOST = 20;

    private final Schema schema;

    Check(Schema schema) {
        this.schema = schema;
    }

    /// What is wrong with a body, each by its JSON pointer; at most the first 20.
    List<FieldError> body(JsonNode value) {
        List<Error> errors = schema.validate(value);
        return errors.isEmpty()
                ? List.of()
                : errors.stream().limit(MOST).map(Check::error).toList();
    }

    /// What is wrong with a parameter, by its name.
    List<FieldError> parameter(String name, JsonNode value) {
        List<Error> errors = schema.validate(value);
        return errors.isEmpty() ? List.of() : List.of(new FieldError(name, Wording.of(errors.getFirst())));
    }

    private static FieldError error(Error error) {
        String at = error.getInstanceLocation().toString();
        String property = error.getProperty();
        return new FieldError(property == null ? at : at + "/" + escape(property), Wording.of(error));
    }

    private static String escape(String property) {
        String shown = property.length() > 100 ? property.substring(0, 100) : property;
        return shown.replace("~", "~0").replace("/", "~1");
    }
}

package dev.encargo.local.schema;

import com.networknt.schema.Error;
import org.jspecify.annotations.Nullable;

/// One field of an event that its schema does not allow. `field` is a JSON pointer into the event's `detail`,
/// `keyword` the schema's word that it offends, such as `required` (the field is missing), `type` or `enum`.
public record Misfit(String field, String keyword) {
    static final String MISSING = "required";

    static Misfit of(Error error) {
        @Nullable String property = error.getProperty();
        String at = error.getInstanceLocation().toString();
        return new Misfit(property == null ? at : at + "/" + property, String.valueOf(error.getKeyword()));
    }

    public boolean isMissing() {
        return keyword.equals(MISSING);
    }

    /// `/data/totals (required)`
    @Override
    public String toString() {
        return field + " (" + keyword + ")";
    }
}

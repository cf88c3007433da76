package dev.encargo.platform.function;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who calls: `subject` is the token's `sub`; a customer's `customerId` comes from the claim `custom:customerId`;
/// operators are in the group `operators`.
public record Principal(String subject, @Nullable String customerId, boolean operator) {

    static Optional<Principal> of(Map<String, String> claims) {
        @Nullable String subject = claims.get("sub");
        if (subject == null) {
            return Optional.empty();
        }
        boolean operator = claims.getOrDefault("cognito:groups", "").matches("(^|.*[\\[, ])operators($|[\\], ].*)");
        return Optional.of(new Principal(subject, claims.get("custom:customerId"), operator));
    }

    /// Whether this caller may see what belongs to `customerId`.
    public boolean maySee(String owner) {
        return operator || owner.equals(customerId);
    }
}

package dev.encargo.local.http.api;

import dev.encargo.local.http.wire.JsonBytes;
import dev.encargo.local.http.wire.Problem;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who calls, on a laptop, until the API has an authorizer; as the claims that Cognito's authorizer hands on.
///
/// | `Authorization` | claims |
/// |---|---|
/// | none | `sub` operator, in the group operators |
/// | `Bearer dev:ana` | `sub` ana, in the group operators |
/// | `Bearer dev:ana:customer:c-1` | `sub` ana, `custom:customerId` c-1 |
/// | anything else | 401 |
final class DevIdentity {

    private static final Pattern TOKEN =
            Pattern.compile("[Bb]earer +dev:([!-9;-~]{1,128})(?::customer:([!-9;-~]{1,128}))?");
    private static final byte[] OPERATOR =
            "{\"sub\":\"operator\",\"cognito:groups\":\"operators\"}".getBytes(StandardCharsets.US_ASCII);

    private DevIdentity() {}

    /// The claims as JSON.
    ///
    /// @throws Problem 401
    static byte[] claims(@Nullable String authorization) {
        if (authorization == null) {
            return OPERATOR;
        }
        Matcher token = TOKEN.matcher(authorization);
        if (!token.matches()) {
            throw Problem.of(401, "unauthenticated", "The bearer token is not known here")
                    .detail("On a laptop send no Authorization (an operator), `Bearer dev:<sub>` (an operator by that"
                            + " name) or `Bearer dev:<sub>:customer:<id>` (a customer).")
                    .header("WWW-Authenticate", "Bearer");
        }
        @Nullable String customer = token.group(2);
        JsonBytes claims = new JsonBytes(96).raw("{\"sub\":").text(token.group(1));
        return customer == null
                ? claims.raw(",\"cognito:groups\":\"operators\"}").toBytes()
                : claims.raw(",\"custom:customerId\":").text(customer).raw("}").toBytes();
    }
}

package dev.encargo.platform;

import java.util.List;

/// Credentials, by the last part of their name (`payment-webhook` is `encargo/<stage>/payment-webhook`). Cached for
/// minutes.
public interface Secrets {

    /// The live values, newest first: two while a rotation is under way.
    ///
    /// @throws Unavailable when the secret cannot be read
    /// @throws IllegalStateException when there is no secret of that name
    List<String> live(String name);

    /// Reads the secret anew, for use once after a value was refused; what it finds is what [#live] gives from then
    /// on.
    ///
    /// @throws Unavailable when the secret cannot be read
    /// @throws IllegalStateException when there is no secret of that name
    List<String> reread(String name);

    default String newest(String name) {
        return live(name).getFirst();
    }
}

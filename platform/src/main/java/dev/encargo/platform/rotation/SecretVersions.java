package dev.encargo.platform.rotation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The versions of secrets and the labels by which they are known. Every method throws [Unavailable] when the store
/// of secrets cannot be reached.
public interface SecretVersions {
    String CURRENT = "AWSCURRENT";
    String PENDING = "AWSPENDING";

    /// The labels of each version that has one.
    Map<String, List<String>> labels(String secret);

    /// Empty when the version holds nothing yet.
    Optional<RotatedValue> value(String secret, String version);

    /// A text that nobody can guess.
    String random();

    /// Fills a pending version; one that another attempt has filled meanwhile stays as it is.
    void fill(String secret, String version, RotatedValue value);

    /// Moves the label [#CURRENT] from the version `before` to another.
    void makeCurrent(String secret, String version, String before);

    /// Takes a label from the version that has it.
    void unlabel(String secret, String version, String label);
}

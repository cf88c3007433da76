package dev.encargo.platform.rotation;

/// A host that has a function rotate its secrets. The local host is none.
public interface RotatingHost {
    SecretVersions versions();
}

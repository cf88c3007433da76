package dev.encargo.platform.rotation;

/// A secret stays as it is, and Secrets Manager counts a rotation that failed.
public final class RotationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String secret;

    RotationRefused(String secret, String why) {
        super(secret + " is not rotated: " + why);
        this.secret = secret;
    }

    public String secret() {
        return secret;
    }
}

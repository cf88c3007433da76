package dev.encargo.platform;

/// A dependency (`documents`, `event bus`, …) does not answer for now. The caller may try again; nothing was
/// half-written.
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String dependency;

    public Unavailable(String dependency, Throwable cause) {
        super(dependency + " is unavailable: " + cause.getMessage(), cause);
        this.dependency = dependency;
    }

    public Unavailable(String dependency, String why) {
        super(dependency + " is unavailable: " + why);
        this.dependency = dependency;
    }

    public String dependency() {
        return dependency;
    }
}

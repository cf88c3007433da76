package dev.encargo.platform;

/// A function asked for its platform where no host had bound one.
public final class UnboundPlatform extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public UnboundPlatform(String why) {
        super(why);
    }
}

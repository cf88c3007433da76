package dev.encargo.platform.effects;

/// An effect could not be performed now. It stays stored; the relay tries again.
public final class EffectFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EffectFailed(Effect effect, String why) {
        super(effect.getClass().getSimpleName() + " " + effect.id() + ": " + why);
    }
}

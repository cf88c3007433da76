package dev.encargo.local.template.source;

/// One reason not to start: where, what is wrong, why it matters and what to do about it.
public record Refusal(Position at, Phrase what, Phrase why, Phrase remedy) {

    @Override
    public String toString() {
        return at + ": " + what + "\n    why: " + why + "\n    do:  " + remedy;
    }
}

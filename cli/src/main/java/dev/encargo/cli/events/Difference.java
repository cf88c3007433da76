package dev.encargo.cli.events;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.words.Language;
import dev.encargo.cli.words.Words;
import dev.encargo.local.bus.Mismatch;

/// Why an event does not match, in the language spoken: the bus's own sentence, which is English, or what it is
/// made of.
final class Difference {

    private Difference() {}

    static String sentence(Mismatch why) {
        return Words.language() == Language.EN
                ? why.sentence()
                : say("%s: found %s, wanted %s", why.path(), found(why), why.wanted());
    }

    /// The values that are in the event.
    static String found(Mismatch why) {
        return why.actual().isEmpty() ? say("nothing") : String.join(", ", why.actual());
    }
}

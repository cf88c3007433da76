package dev.encargo.cli.template;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Refusal;
import dev.encargo.local.template.source.Phrase;
import dev.encargo.local.template.source.TemplateRefused;
import java.util.List;

/// What the host says of a template, in the language spoken.
public final class HostWords {
    private static final String ENDS = ".?!…";

    private HostWords() {}

    /// Each thing that keeps a template from being run: where and what, why, what to do.
    public static List<Refusal> refusals(TemplateRefused refused) {
        return refused.refusals().stream().map(HostWords::refusal).toList();
    }

    static Refusal refusal(dev.encargo.local.template.source.Refusal found) {
        return new Refusal(
                Refusal.USAGE,
                found.at() + ": " + sentence(found.what()),
                sentence(found.why()),
                sentence(found.remedy()));
    }

    static String said(Phrase phrase) {
        return say(
                phrase.text(),
                phrase.values().stream()
                        .map(value -> value instanceof Phrase inner ? said(inner) : value)
                        .toArray());
    }

    private static String sentence(Phrase phrase) {
        String text = said(phrase);
        return text.isEmpty() || ENDS.indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + ".";
    }
}

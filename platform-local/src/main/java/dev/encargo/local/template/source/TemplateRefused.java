package dev.encargo.local.template.source;

import java.util.List;
import java.util.stream.Collectors;

/// The template cannot be run as it is written. Its message lists every refusal with file and line.
public final class TemplateRefused extends RuntimeException {

    private final transient List<Refusal> refusals;

    public TemplateRefused(List<Refusal> refusals) {
        super(refusals.stream().map(Refusal::toString).collect(Collectors.joining("\n")));
        this.refusals = List.copyOf(refusals);
    }

    public List<Refusal> refusals() {
        return refusals;
    }
}

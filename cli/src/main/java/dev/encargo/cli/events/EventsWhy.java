package dev.encargo.cli.events;

import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.output.LabeledLines;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.cli.words.Words;
import dev.encargo.local.bus.EventPattern;
import dev.encargo.local.bus.Mismatch;
import dev.encargo.local.bus.Why;
import dev.encargo.local.store.ReadOnly;
import dev.encargo.local.template.model.RuleResource;
import dev.encargo.local.workflow.data.Json;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// For each rule: matched, or the first field that kept it from matching.
@Command(
        name = "why",
        mixinStandardHelpOptions = true,
        description =
                "Show which rules an event matches and, for each other one, the first field that keeps it from matching.",
        footer = {"", "Example:  encargo events why evt_… --rule CustomersHear"})
final class EventsWhy implements Callable<Integer> {
    @Mixin
    private ChosenEvent chosen = new ChosenEvent();

    @Option(names = "--rule", paramLabel = "RULE", description = "Only this rule, with its pattern.")
    private @Nullable String rule;

    @Option(names = "--private", description = "With values of the customer's data.")
    private boolean confidential;

    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    /// `mismatch` is empty when it matches; `then` is whether it matched when it was published.
    private record Verdict(RuleResource rule, Optional<Mismatch> mismatch, boolean then) {}

    @Override
    public Integer call() {
        Rules rules = Rules.of(host.stack());
        StoredEvent event;
        try (ReadOnly rows = host.stored()) {
            event = chosen.in(rows, host);
        }
        List<RuleResource> asked = rule == null ? rules.on(event.bus()) : List.of(rules.named(rule));
        List<Verdict> verdicts = asked.stream().map(one -> verdict(event, one)).toList();
        if (output.json()) {
            output.object(Words.inEnglish(() -> object(event, verdicts)));
        } else {
            print(event, verdicts);
        }
        return 0;
    }

    private static Verdict verdict(StoredEvent event, RuleResource rule) {
        Optional<Mismatch> mismatch = Why.not(EventPattern.of(rule.patternJson().orElseThrow()), event.body());
        return new Verdict(rule, mismatch, event.matched().contains(rule.id()));
    }

    private void print(StoredEvent event, List<Verdict> verdicts) {
        output.line("  %s  %s  %s"
                .formatted(event.type(), event.id(), event.order() == null ? "" : event.order())
                .stripTrailing());
        int width =
                verdicts.stream().mapToInt(one -> one.rule.id().length()).max().orElse(0);
        for (Verdict one : verdicts) {
            String mark =
                    !one.rule.enabled() ? output.aside() : one.mismatch.isEmpty() ? output.done() : output.failed();
            output.line("  %s %s%s  %s"
                    .formatted(
                            mark,
                            one.rule.id(),
                            " ".repeat(width - one.rule.id().length()),
                            said(event, one)));
            if (rule != null) {
                new LabeledLines()
                        .addIfAny(
                                say("Pattern"),
                                one.mismatch
                                        .map(why -> why.path() + ": " + why.wanted())
                                        .orElse(""))
                        .addIfAny(say("Found"), one.mismatch.map(this::found).orElse(""))
                        .add(say("Whole"), one.rule.patternJson().orElseThrow())
                        .print(output, "    ", "   ");
            }
        }
    }

    private String said(StoredEvent event, Verdict one) {
        String now = one.mismatch.map(this::sentence).orElseGet(() -> say("matches"));
        if (!one.rule.bus().equals(event.bus())) {
            return say("listens to another bus: %s", one.rule.bus());
        }
        if (!one.rule.enabled()) {
            return say("is disabled; %s", now);
        }
        boolean changed = event.rules() != null && one.then != one.mismatch.isEmpty();
        return changed ? say("%s (the template has changed since)", now) : now;
    }

    private String sentence(Mismatch why) {
        return hidden(why)
                ? say("%s: does not match (a customer's value; see it with --private)", why.path())
                : Difference.sentence(why);
    }

    private String found(Mismatch why) {
        return hidden(why) && !why.actual().isEmpty() ? say("hidden") : Difference.found(why);
    }

    private boolean hidden(Mismatch why) {
        return !confidential && why.sentence().contains("detail.private");
    }

    private ObjectNode object(StoredEvent event, List<Verdict> verdicts) {
        ObjectNode node = Json.object();
        node.put("id", event.id()).put("type", event.type()).put("order", event.order());
        ArrayNode all = node.putArray("rules");
        for (Verdict one : verdicts) {
            ObjectNode said = all.addObject();
            said.put("rule", one.rule.id()).put("enabled", one.rule.enabled()).put("matches", one.mismatch.isEmpty());
            one.mismatch.ifPresent(why -> {
                said.put("path", why.path());
                ArrayNode actual = said.putArray("actual");
                if (!hidden(why)) {
                    why.actual().forEach(actual::add);
                }
                said.put("wanted", why.wanted()).put("why", sentence(why));
            });
        }
        return node;
    }
}

package dev.encargo.local.bus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Why an event does not match a pattern: the first field that failed, in the order in which the pattern is
/// written. It finds something exactly when the matcher finds no match.
public final class Why {

    private record Failure(List<Condition> held, Condition failed) {}

    private Why() {}

    /// Empty when the event matches. Throws [InvalidEvent] when the event is not a JSON object.
    public static Optional<Mismatch> not(EventPattern pattern, String eventJson) {
        EventFields event = EventFields.of(eventJson);
        List<Failure> failures = new ArrayList<>();
        for (List<Condition> alternative : PatternReader.alternatives(pattern.json())) {
            Optional<Failure> failure = failure(event, alternative);
            if (failure.isEmpty()) {
                return Optional.empty();
            }
            failures.add(failure.get());
        }
        return Optional.of(first(event, failures));
    }

    private static Optional<Failure> failure(EventFields event, List<Condition> alternative) {
        if (Search.holds(event, alternative)) {
            return Optional.empty();
        }
        List<Condition> written = alternative.stream()
                .sorted(Comparator.comparingInt(Condition::position))
                .toList();
        int holding = 0;
        while (Search.holds(event, written.subList(0, holding + 1))) {
            holding++;
        }
        return Optional.of(new Failure(written.subList(0, holding), written.get(holding)));
    }

    /// A field outside every choice fails whatever is chosen; else the choice that was reached last failed as a
    /// whole.
    private static Mismatch first(EventFields event, List<Failure> failures) {
        Optional<Failure> common = failures.stream()
                .filter(failure -> failure.failed().choice().isEmpty())
                .max(Comparator.comparingInt(failure -> failure.failed().position()));
        if (common.isPresent()) {
            return mismatch(event, common.get());
        }
        Condition.Choice choice = failures.stream()
                .flatMap(failure -> failure.failed().choice().stream())
                .max(Comparator.comparingInt(Condition.Choice::position))
                .orElseThrow();
        List<Mismatch> each = failures.stream()
                .filter(failure -> failure.failed().choice().equals(Optional.of(choice)))
                .map(failure -> mismatch(event, failure))
                .distinct()
                .toList();
        return each.size() == 1 ? each.getFirst() : choice(choice, each);
    }

    private static Mismatch choice(Condition.Choice choice, List<Mismatch> each) {
        return new Mismatch(
                choice.path(),
                each.stream().flatMap(one -> one.actual().stream()).distinct().toList(),
                each.stream()
                        .map(one -> "{\"%s\":%s}".formatted(one.path(), one.wanted()))
                        .collect(Collectors.joining(",", "[", "]")),
                each.stream()
                        .map(Mismatch::sentence)
                        .collect(Collectors.joining("; ", choice.path() + ": no alternative holds: ", "")));
    }

    private static Mismatch mismatch(EventFields event, Failure failure) {
        Condition condition = failure.failed();
        List<String> actual = event.at(condition.path()).stream()
                .map(EventField::json)
                .distinct()
                .toList();
        String sentence = Search.holds(event, List.of(condition))
                ? "%s: %s matches, but not in the same list element as %s"
                        .formatted(
                                condition.path(),
                                actual.isEmpty() ? "its absence" : Wording.some(actual),
                                failure.held().stream().map(Condition::path).collect(Collectors.joining(", ")))
                : Wording.sentence(condition, actual, event.absence(condition.path()));
        return new Mismatch(condition.path(), actual, Jackson.write(condition.wanted()), sentence);
    }
}

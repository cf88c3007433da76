package dev.encargo.cli.check;

import static dev.encargo.cli.words.Words.say;

import java.util.Map;
import java.util.stream.Collectors;

/// I3: no order was captured twice, under whatever keys.
final class OneCapture implements Invariant {

    @Override
    public String id() {
        return "I3";
    }

    @Override
    public void check(Evidence evidence, Report report) {
        Map<String, Long> captures = evidence.books().payments().stream()
                .collect(
                        Collectors.groupingBy(Books.Payment::orderId, Collectors.summingLong(Books.Payment::captures)));
        captures.forEach((order, times) -> {
            if (times > 1) {
                report.violated(order, say("%d captures", times), say("at most 1"));
            }
        });
    }
}

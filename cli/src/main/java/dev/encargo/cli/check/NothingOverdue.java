package dev.encargo.cli.check;

import static dev.encargo.cli.words.Words.plural;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.cli.output.Moments;
import dev.encargo.local.template.model.QueueResource;
import dev.encargo.local.template.model.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// I8: nothing waits beyond its limit, nothing waits for a person, and whatever has not ended is worked on by
/// somebody.
final class NothingOverdue implements Invariant {
    /// For so long work that is due may still be on its way.
    private static final Duration SLACK = Duration.ofMinutes(5);

    @Override
    public String id() {
        return "I8";
    }

    @Override
    public void check(Evidence evidence, Report report) {
        for (OrderSeen order : evidence.settled()) {
            if (!order.ended()) {
                String open = order.cancelPending()
                        ? say("a cancel that is pending, and nobody works on it")
                        : say("%s, and nobody works on it", order.status());
                report.violated(order.id(), open, say("an end, or a workflow that waits"));
            }
        }
        executions(evidence, report);
        messages(evidence, report);
        effects(evidence, report);
        events(evidence, report);
    }

    private static void executions(Evidence evidence, Report report) {
        record Waiting(String name, String state, Instant due) {}
        evidence
                .host()
                .list("SELECT machine || '/' || name, state, started FROM executions WHERE status = 'RUNNING'", row -> {
                    JsonNode state = Evidence.json(row.getString(2));
                    Instant due = due(state.path("root")).orElse(Instant.ofEpochMilli(row.getLong(3)));
                    return new Waiting(row.getString(1), state.at("/root/state").asText(), due);
                })
                .stream()
                .filter(waiting -> evidence.moment().late(waiting.due, SLACK))
                .forEach(waiting -> report.violated(
                        waiting.name,
                        say("still in %s", waiting.state),
                        say("an end by %s", Moments.dayAndTime(waiting.due))));
    }

    /// When a frame, or the first of its branches, is due.
    private static Optional<Instant> due(JsonNode frame) {
        if (frame.path("due").isTextual()) {
            return Optional.of(Instant.parse(frame.path("due").textValue()));
        }
        return StreamSupport.stream(frame.path("children").spliterator(), false)
                .flatMap(child -> due(child).stream())
                .min(Instant::compareTo);
    }

    /// A message is handled or dead when its receives are spent.
    private static void messages(Evidence evidence, Report report) {
        for (QueueResource queue : evidence.stack().queues().values()) {
            if (evidence.deadLetters().contains(queue.name())) {
                continue;
            }
            int receives =
                    queue.redrive().map(QueueResource.Redrive::maxReceiveCount).orElse(1);
            Duration limit = queue.delay()
                    .plus(queue.visibility().multipliedBy(receives))
                    .plus(SLACK);
            evidence
                    .host()
                    .list(
                            "SELECT id, sent FROM messages WHERE queue = ?",
                            row -> new Late(queue.name() + "/" + row.getLong(1), Instant.ofEpochMilli(row.getLong(2))),
                            queue.name())
                    .stream()
                    .filter(message -> evidence.moment().late(message.since, limit))
                    .forEach(message -> report.violated(
                            message.subject,
                            say("a message since %s", Moments.dayAndTime(message.since)),
                            say("handled or dead within %s", Moments.lasted(limit))));
        }
    }

    private record Late(String subject, Instant since) {}

    private record Parked(String document, long effects) {}

    private static void effects(Evidence evidence, Report report) {
        evidence.host()
                .list(
                        "SELECT collection || '/' || id, parked FROM documents WHERE parked > 0",
                        row -> new Parked(row.getString(1), row.getLong(2)))
                .forEach(parked -> report.violated(
                        parked.document,
                        plural(parked.effects, "%d effect parked for a person", "%d effects parked for a person"),
                        say("none")));
        evidence
                .host()
                .list(
                        "SELECT collection || '/' || id, due FROM documents WHERE pending IS NOT NULL AND parked = 0",
                        row -> new Late(row.getString(1), Instant.ofEpochMilli(row.getLong(2))))
                .stream()
                .filter(pending -> evidence.moment().late(pending.since, SLACK))
                .forEach(pending -> report.violated(
                        pending.subject,
                        say("effects pending, due %s", Moments.dayAndTime(pending.since)),
                        say("performed")));
    }

    private static void events(Evidence evidence, Report report) {
        evidence
                .host()
                .list(
                        "SELECT id, time FROM events WHERE rules IS NULL",
                        row -> new Late(row.getString(1), Instant.ofEpochMilli(row.getLong(2))))
                .stream()
                .filter(event -> evidence.moment().late(event.since, SLACK))
                .forEach(event -> report.violated(
                        event.subject,
                        say("not dispatched since %s", Moments.dayAndTime(event.since)),
                        say("dispatched")));
        evidence
                .host()
                .list(
                        "SELECT rule, target, since FROM deliveries",
                        row -> new Retry(row.getString(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3))))
                .stream()
                .filter(retry -> evidence.moment()
                        .late(retry.since, limit(evidence.stack(), retry).plus(SLACK)))
                .forEach(retry -> report.violated(
                        retry.rule + "/" + retry.target,
                        say("a delivery failing since %s", Moments.dayAndTime(retry.since)),
                        say("dead by its policy")));
        evidence
                .host()
                .list(
                        "SELECT function, since FROM calls",
                        row -> new Late(row.getString(1), Instant.ofEpochMilli(row.getLong(2))))
                .stream()
                .filter(call -> evidence.moment()
                        .late(call.since, limit(evidence.stack(), call.subject).plus(SLACK)))
                .forEach(call -> report.violated(
                        call.subject,
                        say("a call since %s", Moments.dayAndTime(call.since)),
                        say("ended by its policy")));
    }

    private record Retry(String rule, String target, Instant since) {}

    private static Duration limit(Stack stack, Retry retry) {
        return Optional.ofNullable(stack.rules().get(retry.rule)).stream()
                .flatMap(rule -> rule.targets().stream())
                .filter(target -> target.id().equals(retry.target))
                .map(target -> target.retry().maximumAge())
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private static Duration limit(Stack stack, String function) {
        return Optional.ofNullable(stack.functions().get(function))
                .map(declared -> declared.async().maximumAge())
                .orElse(Duration.ZERO);
    }
}

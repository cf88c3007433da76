package dev.encargo.local.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.workflow.data.Json;
import dev.encargo.local.workflow.definition.Definition;
import dev.encargo.local.workflow.definition.Problem;
import dev.encargo.local.workflow.definition.WorkflowType;
import dev.encargo.local.workflow.engine.Execution;
import dev.encargo.local.workflow.engine.HistoryEvent;
import dev.encargo.local.workflow.run.Mocks;
import dev.encargo.local.workflow.run.VirtualRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Runs workflows for tests. Between any two steps the execution is written as text and read again, so every test
/// is also one of durability. JSON may be written with single quotes where it holds none.
public final class Running {
    public static final Instant START = Instant.parse("2026-11-24T09:00:00Z");

    public record Ran(Execution execution, List<HistoryEvent> events, Duration took, VirtualRun run) {
        public String status() {
            return execution.status().name();
        }

        public JsonNode output() {
            return execution.output();
        }

        public String error() {
            return execution.error();
        }

        public String cause() {
            return execution.cause();
        }

        public List<String> states() {
            return events.stream()
                    .filter(event -> event.type().endsWith("StateEntered"))
                    .map(event -> event.details().path("name").asText())
                    .toList();
        }

        public List<String> types() {
            return events.stream().map(HistoryEvent::type).toList();
        }
    }

    private Running() {}

    public static JsonNode json(String text) {
        try {
            return Json.parse(text.indexOf('"') >= 0 ? text : text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    public static Definition definition(String text) {
        return definition(text, WorkflowType.STANDARD);
    }

    public static Definition definition(String text, WorkflowType type) {
        return switch (Definition.read(json(text), type)) {
            case Definition.Reading.Valid valid -> valid.definition();
            case Definition.Reading.Invalid invalid -> throw new AssertionError(invalid.problems());
        };
    }

    public static List<Problem> problems(String text, WorkflowType type) {
        return switch (Definition.read(json(text), type)) {
            case Definition.Reading.Valid valid -> List.of();
            case Definition.Reading.Invalid invalid -> invalid.problems();
        };
    }

    public static Ran run(String definition, String input) {
        return run(definition, input, "{}");
    }

    public static Ran run(String definition, String input, String mocks) {
        return run(definition(definition), json(input), json(mocks));
    }

    public static Ran run(Definition definition, JsonNode input, JsonNode mocks) {
        VirtualRun run =
                new VirtualRun(definition, Mocks.read(mocks), START, execution -> Execution.read(execution.write()));
        Execution ended = run.run(input, 42);
        return new Ran(ended, List.copyOf(run.events()), Duration.between(START, run.now()), run);
    }

    /// A machine of one JSONPath state `S`, whose fields are given, and then `Done`.
    public static String only(String fields) {
        return "{'StartAt':'S','States':{'S':{" + fields + "}}}";
    }

    /// A JSONata machine of one state `S`.
    public static String jsonata(String fields) {
        return "{'QueryLanguage':'JSONata','StartAt':'S','States':{'S':{" + fields + "}}}";
    }
}

package dev.encargo.local.workflow.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.workflow.data.Json;
import dev.encargo.local.workflow.definition.Definition;
import dev.encargo.local.workflow.definition.Problem;
import dev.encargo.local.workflow.definition.WorkflowType;
import dev.encargo.local.workflow.engine.Execution;
import dev.encargo.local.workflow.engine.HistoryEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;

/// Runs workflows on their own, without a host: in virtual time, so that a wait of an hour ends at once, and with
/// task results given beforehand.
public final class WorkflowRunner {
    /// Exit code when the workflow ran, however it ended.
    public static final int RAN = 0;
    /// Exit code for a definition or an input that was refused.
    public static final int REFUSED = 2;

    private final InstantSource clock;

    /// @param clock says when an execution starts; from there time is virtual
    public WorkflowRunner(InstantSource clock) {
        this.clock = clock;
    }

    /// Runs a definition with an input and prints one JSON object.
    ///
    /// @return [#RAN], or [#REFUSED] when the definition is invalid or the input is not JSON
    public int run(Path definition, Path input, PrintStream out) throws IOException {
        return run(definition, input, WorkflowType.STANDARD, Mocks.none(), out);
    }

    public int run(Path definition, Path input, WorkflowType type, Mocks mocks, PrintStream out) throws IOException {
        RunResult result;
        try {
            JsonNode given = Json.parse(Files.readString(input));
            result = run(Definition.read(Files.readString(definition), type), given, mocks);
        } catch (JsonProcessingException e) {
            result = RunResult.invalid(
                    List.of(new Problem("/input", "The input is not JSON: " + e.getOriginalMessage())));
        }
        out.println(Json.write(result.toJson()));
        return result.isInvalid() ? REFUSED : RAN;
    }

    /// Answers lines `{"id","definition","input","type"?,"mocks"?}` with lines
    /// `{"id","status","output","error","cause","states"}`, several at a time and as they come to an end.
    ///
    /// @return [#RAN]
    public int batch(InputStream in, PrintStream out) throws IOException {
        new Batch(this, out).answer(in);
        return RAN;
    }

    /// Runs a definition with an input.
    public RunResult run(Definition.Reading reading, JsonNode input, Mocks mocks) {
        return switch (reading) {
            case Definition.Reading.Invalid invalid -> RunResult.invalid(invalid.problems());
            case Definition.Reading.Valid valid -> run(valid.definition(), input, mocks);
        };
    }

    private RunResult run(Definition definition, JsonNode input, Mocks mocks) {
        VirtualRun run = new VirtualRun(definition, mocks, clock.instant(), UnaryOperator.identity());
        Execution ended = run.run(input, clock.millis());
        return new RunResult(
                ended.status().name(), ended.output(), ended.error(), ended.cause(), entered(run.events()), List.of());
    }

    private static List<String> entered(List<HistoryEvent> events) {
        return events.stream()
                .filter(event -> event.type().endsWith("StateEntered"))
                .map(event -> event.details().path("name").asText())
                .toList();
    }
}

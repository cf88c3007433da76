package dev.encargo.cli.workflow;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.cli.InputFile;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.output.LabeledLines;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.output.Utf8;
import dev.encargo.local.workflow.data.Json;
import dev.encargo.local.workflow.definition.Definition;
import dev.encargo.local.workflow.definition.Problem;
import dev.encargo.local.workflow.definition.WorkflowType;
import dev.encargo.local.workflow.run.Mocks;
import dev.encargo.local.workflow.run.RunResult;
import dev.encargo.local.workflow.run.WorkflowRunner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Runs a definition by itself: no host, virtual time, task results given beforehand.
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Run a definition in Amazon States Language by itself: without a host, in virtual time (a wait of an hour ends at once), "
                    + "with the results of its tasks given by --mocks.",
            "Exit code 0 also when the execution failed; 2 when the definition or its input is refused."
        },
        footer = {
            "",
            "With --batch each line of standard input is a run",
            "  {\"id\", \"definition\", \"input\", \"type\"?: \"STANDARD\"|\"EXPRESS\", \"mocks\"?}",
            "and is answered, as soon as it has ended, by a line",
            "  {\"id\", \"status\", \"output\", \"error\", \"cause\", \"states\"}",
            "Mocks give the results of Task states in order, the last one repeating:",
            "  {\"State\": [{\"return\": …}, {\"throw\": {\"error\", \"cause\"}}, {\"never\": true}]}",
            "",
            "Example:  encargo workflow run --definition pay.asl.json --input order.json --json"
        })
final class WorkflowRun implements Callable<Integer> {
    @Option(names = "--definition", paramLabel = "FILE", description = "The definition.")
    private @Nullable Path definition;

    @Option(names = "--input", paramLabel = "FILE", description = "The input, JSON (default: {}).")
    private @Nullable Path input;

    @Option(
            names = "--substitute",
            paramLabel = "NAME=VALUE",
            description = {
                "A value for the placeholder NAME in the definition, put in before it is read; may be repeated.",
                "A definition of this checkout's template has the template's values by itself."
            })
    private Map<String, String> values = Map.of();

    @Option(names = "--mocks", paramLabel = "FILE", description = "Results of Task states, JSON.")
    private @Nullable Path mocks;

    @Option(
            names = "--type",
            defaultValue = "STANDARD",
            description = "STANDARD or EXPRESS (default: ${DEFAULT-VALUE}).")
    private WorkflowType type = WorkflowType.STANDARD;

    @Option(names = "--batch", description = "Answer the lines of standard input.")
    private boolean batch;

    @Mixin
    private Output output = new Output();

    private final WorkflowRunner runner = new WorkflowRunner(InstantSource.system());

    @Override
    public Integer call() throws IOException {
        if (batch == (definition != null)) {
            throw new Refusal(
                    Refusal.USAGE,
                    say("There is not one thing to run."),
                    say("Give either --definition or --batch."),
                    say(
                            "Use:  %s      or      %s",
                            encargo("workflow run --definition FILE --input FILE"), encargo("workflow run --batch")));
        }
        return definition == null ? batch(System.in) : single(definition);
    }

    private int batch(InputStream in) throws IOException {
        return runner.batch(in, Utf8.lines(output.stream()));
    }

    private int single(Path file) {
        RunResult result = result(Substitutions.in(InputFile.read("--definition", file), file, values));
        if (output.json()) {
            output.object(result.toJson());
        } else {
            print(result);
        }
        return result.isInvalid() ? WorkflowRunner.REFUSED : WorkflowRunner.RAN;
    }

    private RunResult result(String text) {
        Mocks given = mocks();
        try {
            JsonNode data = input == null ? Json.object() : Json.parse(InputFile.read("--input", input));
            return runner.run(Definition.read(text, type), data, given);
        } catch (JsonProcessingException malformed) {
            return new RunResult(
                    "INVALID",
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(new Problem("/input", "The input is not JSON: " + malformed.getOriginalMessage())));
        }
    }

    private Mocks mocks() {
        if (mocks == null) {
            return Mocks.none();
        }
        try {
            return Mocks.read(Json.parse(InputFile.read("--mocks", mocks)));
        } catch (JsonProcessingException malformed) {
            throw badMocks(mocks, malformed.getOriginalMessage());
        } catch (IllegalArgumentException malformed) {
            throw badMocks(mocks, String.valueOf(malformed.getMessage()));
        }
    }

    private static Refusal badMocks(Path file, String why) {
        return new Refusal(
                Refusal.USAGE,
                say("%s does not hold mocks.", file),
                why,
                say("See the form:  %s", encargo("workflow run --help")));
    }

    private void print(RunResult result) {
        boolean succeeded = result.status().equals("SUCCEEDED");
        output.line("  %s %s".formatted(succeeded ? output.done() : output.failed(), result.status()));
        result.problems().forEach(problem -> output.line("    " + problem.path() + ": " + problem.message()));
        String cause = result.cause() == null ? "" : ": " + result.cause();
        new LabeledLines()
                .addIfAny(say("States"), String.join(" → ", result.states()))
                .addIfAny(say("Error"), result.error() == null ? "" : result.error() + cause)
                .addIfAny(say("Output"), result.output() == null ? "" : Json.write(result.output()))
                .print(output, "    ", "  ");
    }
}

package dev.encargo.local.workflow.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.workflow.data.Json;
import dev.encargo.local.workflow.definition.Definition;
import dev.encargo.local.workflow.definition.Problem;
import dev.encargo.local.workflow.definition.WorkflowType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Answers workflows given as lines, several at a time. Whatever is wrong with a line is that line's answer.
final class Batch {
    private static final int AT_A_TIME = 64;

    private final WorkflowRunner runner;
    private final PrintStream out;
    private final Semaphore free = new Semaphore(AT_A_TIME);

    Batch(WorkflowRunner runner, PrintStream out) {
        this.runner = runner;
        this.out = out;
    }

    void answer(InputStream in) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    submit(executor, line);
                }
            }
        }
        out.flush();
    }

    private void submit(ExecutorService executor, String line) {
        free.acquireUninterruptibly();
        executor.execute(() -> {
            try {
                print(answer(line));
            } finally {
                free.release();
            }
        });
    }

    private void print(ObjectNode answer) {
        String text = Json.write(answer);
        synchronized (out) {
            out.println(text);
        }
    }

    private ObjectNode answer(String line) {
        JsonNode id = Json.nothing();
        try {
            JsonNode asked = Json.parse(line);
            id = asked.path("id").isMissingNode() ? id : asked.get("id");
            return labelled(id, result(asked, line));
        } catch (JsonProcessingException e) {
            return labelled(id, refused("/", "The line is not JSON: " + e.getOriginalMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            // The boundary of one line: the others must go on.
            return labelled(
                    id, new RunResult("FAILED", null, "States.Runtime", String.valueOf(e), List.of(), List.of()));
        }
    }

    private RunResult result(JsonNode asked, String line) {
        WorkflowType type = type(asked.path("type").asText("STANDARD"));
        if (type == null) {
            return refused("/type", "The type must be STANDARD or EXPRESS");
        }
        Mocks mocks;
        try {
            mocks = Mocks.read(asked.get("mocks"));
        } catch (IllegalArgumentException e) {
            return refused("/mocks", String.valueOf(e.getMessage()));
        }
        Definition.Reading reading = definition(asked.path("definition"), line, type);
        return runner.run(reading, asked.has("input") ? asked.get("input") : Json.object(), mocks);
    }

    private static Definition.Reading definition(JsonNode definition, String line, WorkflowType type) {
        if (definition.isTextual()) {
            return Definition.read(definition.textValue(), type);
        }
        try {
            Json.requireUniqueNames(line, "definition");
        } catch (JsonProcessingException e) {
            return new Definition.Reading.Invalid(
                    List.of(new Problem("/", "The definition has a name twice: " + e.getOriginalMessage())));
        }
        return Definition.read(definition, type);
    }

    private static @Nullable WorkflowType type(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "STANDARD" -> WorkflowType.STANDARD;
            case "EXPRESS" -> WorkflowType.EXPRESS;
            default -> null;
        };
    }

    private static RunResult refused(String path, String message) {
        return RunResult.invalid(List.of(new Problem(path, message)));
    }

    private static ObjectNode labelled(JsonNode id, RunResult result) {
        ObjectNode answer = Json.object();
        answer.set("id", id);
        answer.setAll(result.toJson());
        return answer;
    }
}

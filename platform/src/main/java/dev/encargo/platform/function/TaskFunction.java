package dev.encargo.platform.function;

import dev.encargo.platform.Platform;
import dev.encargo.platform.json.Jsons;
import org.jspecify.annotations.Nullable;

/// A function that is a step of a workflow: a JSON object in, a JSON object out. An exception fails the step, which
/// the workflow retries.
public abstract class TaskFunction<I, O> extends Function<I, O> {

    protected TaskFunction(Platform platform, Class<I> input, Class<O> output) {
        super(platform, Jsons.type(input), Jsons.type(output));
    }

    protected abstract O perform(I input);

    /// The `traceparent` that the input carries, or null when it carries none.
    protected @Nullable String traceOf(I input) {
        return null;
    }

    @Override
    final O invoke(I event) {
        return perform(event);
    }

    @Override
    @Nullable
    String traceparent(I event) {
        return traceOf(event);
    }
}

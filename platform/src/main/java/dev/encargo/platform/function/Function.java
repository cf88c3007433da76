package dev.encargo.platform.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.encargo.platform.Platform;
import dev.encargo.platform.Telemetry;
import dev.encargo.platform.Trace;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The one entry point of every function: reads the event with generated JSON, answers, writes the answer. A fault
/// leaves as an exception, so that the invoker (API Gateway, a queue, a workflow) sees the invocation fail.
///
/// Public, since Lambda's runtime client calls `handleRequest` by reflection on the class that declares it.
public abstract class Function<I, O> implements RequestStreamHandler {
    private final JsonType<I> input;
    private final @Nullable JsonType<O> output;
    protected final Platform platform;
    protected final Telemetry telemetry;

    Function(Platform platform, JsonType<I> input, @Nullable JsonType<O> output) {
        this.platform = platform;
        this.telemetry = platform.telemetry();
        this.input = input;
        this.output = output;
    }

    @Override
    public final void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        I event = input.fromJson(in);
        @Nullable O answer = traced(event);
        out.write((output == null || answer == null ? "null" : output.toJson(answer)).getBytes(StandardCharsets.UTF_8));
    }

    abstract @Nullable O invoke(I event);

    /// The event's trace context, or null when it carries none.
    abstract @Nullable String traceparent(I event);

    private @Nullable O traced(I event) {
        @Nullable String parent = traceparent(event);
        return Trace.within(parent == null ? Trace.fresh() : parent, () -> invoke(event));
    }
}

package dev.encargo.local.host;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.encargo.platform.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A function that lets the test have its platform and do its work.
public final class AskFunction implements RequestStreamHandler {
    static volatile @Nullable Platform platform;
    static volatile Behaviour behaviour = event -> "{}";
    static final List<String> events = new CopyOnWriteArrayList<>();

    @FunctionalInterface
    interface Behaviour {
        String answer(String event) throws IOException;
    }

    public AskFunction() {
        platform = Platform.current();
    }

    static void reset() {
        behaviour = event -> "{}";
        events.clear();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        String event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        events.add(event);
        out.write(behaviour.answer(event).getBytes(StandardCharsets.UTF_8));
    }
}

package dev.encargo.image;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Plays every function in turn while the image's AOT cache is trained, since one run of Java writes one cache. An
/// event is the handler's class on its first line and then what that handler gets. It answers no real call.
public final class EveryFunction implements RequestStreamHandler {
    private final Map<String, RequestStreamHandler> functions = new HashMap<>();

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        String asked = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        int end = asked.indexOf('\n');
        byte[] event = asked.substring(end + 1).getBytes(StandardCharsets.UTF_8);
        function(asked.substring(0, end)).handleRequest(new ByteArrayInputStream(event), out, context);
    }

    private RequestStreamHandler function(String handlerClass) {
        return functions.computeIfAbsent(handlerClass, EveryFunction::construct);
    }

    private static RequestStreamHandler construct(String handlerClass) {
        try {
            return Class.forName(handlerClass)
                    .asSubclass(RequestStreamHandler.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException fault) {
            throw new IllegalArgumentException(handlerClass + " is no function", fault);
        }
    }
}

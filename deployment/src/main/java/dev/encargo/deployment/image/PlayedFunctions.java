package dev.encargo.deployment.image;

import dev.encargo.deployment.emulator.EmulatedStack;
import dev.encargo.deployment.runtime.FunctionProcess;
import dev.encargo.deployment.runtime.RuntimeApi.Answer;
import dev.encargo.local.function.CallFailed;
import dev.encargo.local.http.FunctionCaller;
import dev.encargo.local.template.model.FunctionResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// All functions of the template, played by one process of the image, and what each has answered first.
public final class PlayedFunctions implements FunctionCaller, AutoCloseable {
    private static final String EVERY_FUNCTION = "dev.encargo.image.EveryFunction::handleRequest";

    private final EmulatedStack made;
    private final FunctionProcess process;
    private final Map<String, String> answered = new ConcurrentHashMap<>();

    private PlayedFunctions(EmulatedStack made, FunctionProcess process) {
        this.made = made;
        this.process = process;
    }

    /// Starts the process on the services of `made`; what it writes goes to `log`.
    public static PlayedFunctions start(ImageFolder image, EmulatedStack made, ImageFolder.Cache cache, Path log) {
        return start(image, made, Map.of("AWS_ENDPOINT_URL", made.address().toString()), cache, "", log);
    }

    /// The same, with what else the functions are told of the services, and more options of Java.
    static PlayedFunctions start(
            ImageFolder image,
            EmulatedStack made,
            Map<String, String> services,
            ImageFolder.Cache cache,
            String options,
            Path log) {
        Map<String, String> environment = new HashMap<>();
        made.stack().functions().keySet().forEach(function -> environment.putAll(made.environment(function)));
        environment.putAll(services);
        try {
            return new PlayedFunctions(made, image.start(EVERY_FUNCTION, environment, cache, options, log));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public byte[] call(String functionId, byte[] event) throws CallFailed {
        FunctionResource function = made.function(functionId);
        String asked = function.handlerClass() + "\n" + new String(event, StandardCharsets.UTF_8);
        return switch (process.invoke(asked)) {
            case Answer.Returned returned -> {
                answered.putIfAbsent(functionId, new String(event, StandardCharsets.UTF_8));
                yield returned.json().getBytes(StandardCharsets.UTF_8);
            }
            case Answer.Failed failed ->
                throw new CallFailed(CallFailed.Kind.CRASHED, "Unhandled", functionId + ": " + failed.json());
        };
    }

    /// The functions of the template that have answered nothing yet.
    public Set<String> missing() {
        Set<String> missing = new TreeSet<>(made.stack().functions().keySet());
        missing.removeAll(answered.keySet());
        return missing;
    }

    /// The first event that each function has answered.
    public Map<String, String> answered() {
        return Map.copyOf(answered);
    }

    /// Ends the process as Lambda does and waits for what it does then.
    void stop() {
        process.stop();
    }

    @Override
    public void close() {
        process.close();
    }
}

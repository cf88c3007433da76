package dev.encargo.deployment.image;

import dev.encargo.deployment.emulator.EmulatedStack;
import dev.encargo.deployment.runtime.FunctionProcess;
import dev.encargo.deployment.runtime.RuntimeApi.Answer;
import dev.encargo.local.function.CallFailed;
import dev.encargo.local.http.FunctionCaller;
import dev.encargo.local.template.model.FunctionResource;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// The one process that plays every function while the cache is trained, and who has been played.
final class Trainee implements FunctionCaller {
    private final EmulatedStack made;
    private final FunctionProcess process;
    private final Map<String, String> answered = new ConcurrentHashMap<>();

    Trainee(EmulatedStack made, FunctionProcess process) {
        this.made = made;
        this.process = process;
    }

    @Override
    public byte[] call(String functionId, byte[] event) throws CallFailed {
        FunctionResource function = made.stack().functions().get(functionId);
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
    Set<String> missing() {
        Set<String> missing = new TreeSet<>(made.stack().functions().keySet());
        missing.removeAll(answered.keySet());
        return missing;
    }

    /// The first event that each function has answered.
    Map<String, String> answered() {
        return Map.copyOf(answered);
    }
}

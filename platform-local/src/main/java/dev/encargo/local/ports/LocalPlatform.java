package dev.encargo.local.ports;

import dev.encargo.local.function.Scope;
import dev.encargo.platform.EventBus;
import dev.encargo.platform.FileStore;
import dev.encargo.platform.Mail;
import dev.encargo.platform.Platform;
import dev.encargo.platform.RequestQueue;
import dev.encargo.platform.Secrets;
import dev.encargo.platform.Settings;
import dev.encargo.platform.Telemetry;
import dev.encargo.platform.Workflows;
import dev.encargo.platform.documents.Documents;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/// The platform that one instance of a function sees: the host's ports, each asked only while the instance's scope
/// holds.
record LocalPlatform(
        String function,
        Documents documents,
        EventBus bus,
        Workflows workflows,
        RequestQueue queue,
        FileStore files,
        Mail mail,
        Secrets secrets,
        Settings settings,
        InstantSource clock,
        Telemetry telemetry,
        Map<Class<?>, Object> shared)
        implements Platform {

    @Override
    public <T> T shared(Class<T> type, Supplier<T> make) {
        return type.cast(shared.computeIfAbsent(type, _ -> make.get()));
    }

    LocalPlatform within(Scope scope) {
        return new LocalPlatform(
                function,
                scope.guard(Documents.class, documents),
                scope.guard(EventBus.class, bus),
                scope.guard(Workflows.class, workflows),
                scope.guard(RequestQueue.class, queue),
                scope.guard(FileStore.class, files),
                scope.guard(Mail.class, mail),
                scope.guard(Secrets.class, secrets),
                scope.guard(Settings.class, settings),
                clock,
                telemetry,
                shared);
    }
}

package dev.encargo.local.ports;

import dev.encargo.local.bus.EventDocument;
import dev.encargo.local.bus.InvalidEvent;
import dev.encargo.local.delivery.Bus;
import dev.encargo.local.document.DocumentIndexes;
import dev.encargo.local.document.LocalDocuments;
import dev.encargo.local.document.RecentDocuments;
import dev.encargo.local.execution.Executions;
import dev.encargo.local.function.Faults;
import dev.encargo.local.function.Platforms;
import dev.encargo.local.function.Scope;
import dev.encargo.local.queue.Queues;
import dev.encargo.local.store.Change;
import dev.encargo.local.store.Database;
import dev.encargo.local.template.model.FunctionResource;
import dev.encargo.platform.EventBus;
import dev.encargo.platform.Mail;
import dev.encargo.platform.Platform;
import dev.encargo.platform.documents.Documents;
import dev.encargo.platform.event.EventMessage;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Makes each function's platform from the host's parts, bound to what the template gives that function.
public final class LocalPlatforms implements Platforms {
    private final Parts parts;
    private final Bus bus;
    private final Executions executions;
    private final RecentDocuments recent = new RecentDocuments();
    private final Map<Class<?>, Object> shared = new ConcurrentHashMap<>();
    private final Map<String, LocalPlatform> byFunction = new ConcurrentHashMap<>();

    /// What the host has one of. `callers` are the functions that somebody waits for at the API: their writes come
    /// first. `elsewhere` are the documents where a server keeps them.
    public record Parts(
            Database database,
            InstantSource clock,
            Queues queues,
            Path buckets,
            LinkSigner links,
            Mail mail,
            LocalSecrets secrets,
            SettingsOf settings,
            LogFile log,
            Counters counters,
            Faults faults,
            Set<String> callers,
            DocumentIndexes indexes,
            boolean relayed,
            Optional<Documents> elsewhere) {}

    /// The settings under a function's `SETTINGS_PATH`.
    @FunctionalInterface
    public interface SettingsOf {
        LocalSettings at(String path);
    }

    public LocalPlatforms(Parts parts, Bus bus, Executions executions) {
        this.parts = parts;
        this.bus = bus;
        this.executions = executions;
    }

    @Override
    public Platform of(FunctionResource function, Scope scope) {
        return byFunction
                .computeIfAbsent(function.id(), _ -> platform(function))
                .within(scope);
    }

    /// Why messages failed, as functions report it.
    public Faults faults() {
        return parts.faults;
    }

    private LocalPlatform platform(FunctionResource function) {
        Outlet outlet = new Outlet(function, bus, executions, parts.queues);
        return new LocalPlatform(
                function.id(),
                documents(outlet, parts.callers.contains(function.id())),
                eventBus(outlet),
                new LocalWorkflows(outlet, executions),
                (queue, body) -> write(outlet.queue(queue).send(body, null)),
                new LocalFiles(parts.buckets, outlet::bucket, parts.links),
                parts.mail,
                new FunctionSecrets(outlet, parts.secrets),
                parts.settings.at(function.environment().getOrDefault("SETTINGS_PATH", "")),
                parts.clock,
                new LocalTelemetry(function.id(), parts.clock, parts.log, parts.counters, parts.faults),
                shared);
    }

    private Documents documents(Outlet outlet, boolean first) {
        return parts.elsewhere.orElseGet(() -> ownDocuments(outlet, first));
    }

    private Documents ownDocuments(Outlet outlet, boolean first) {
        return new LocalDocuments(parts.database, parts.clock, parts.indexes, recent, outlet::of, parts.relayed, first);
    }

    /// As the real bus, it refuses a malformed event and takes the others.
    private EventBus eventBus(Outlet outlet) {
        return events -> {
            List<EventMessage> refused = new ArrayList<>();
            Change all = Change.NOTHING;
            for (EventMessage event : events) {
                try {
                    EventDocument.of(event.detail()).tree();
                    all = all.and(outlet.publish(event));
                } catch (InvalidEvent malformed) {
                    refused.add(event);
                }
            }
            write(all);
            return refused;
        };
    }

    private void write(Change change) {
        parts.database.work(tx -> {
            change.write(tx);
            return true;
        });
    }
}

package dev.encargo.local.host;

import dev.encargo.local.clock.HostClock;
import dev.encargo.local.clock.Timers;
import dev.encargo.local.delivery.Delivery;
import dev.encargo.local.document.DocumentIndexes;
import dev.encargo.local.document.IndexLag;
import dev.encargo.local.execution.Commands;
import dev.encargo.local.execution.Executions;
import dev.encargo.local.execution.TaskCalls;
import dev.encargo.local.function.Faults;
import dev.encargo.local.function.Functions;
import dev.encargo.local.http.Mount;
import dev.encargo.local.http.wire.Handler;
import dev.encargo.local.ports.Counters;
import dev.encargo.local.ports.LocalMail;
import dev.encargo.local.ports.LocalPlatforms;
import dev.encargo.local.ports.LocalSecrets;
import dev.encargo.local.ports.LocalSettings;
import dev.encargo.local.ports.LogFile;
import dev.encargo.local.queue.Poller;
import dev.encargo.local.queue.Queues;
import dev.encargo.local.schedule.Schedules;
import dev.encargo.local.schema.Misfit;
import dev.encargo.local.store.Database;
import dev.encargo.local.store.OwnersOnly;
import dev.encargo.local.template.StackOptions;
import dev.encargo.local.template.model.EventSourceMapping;
import dev.encargo.local.template.model.Stack;
import dev.encargo.platform.Platform;
import dev.encargo.platform.relay.RelayEffectsFunction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The host's parts, put together from the template.
final class Assembly implements AutoCloseable {
    private static final String OFFSET = "clock-offset-millis";

    private final DataFolder folder;
    private final Stack stack;
    private final Database database;
    private final HostClock clock;
    private final Timers timers;
    private final Quiet quiet;
    private final Tasks executor = new Tasks();
    private final Queues queues;
    private final Functions functions;
    private final Executions executions;
    private final Delivery delivery;
    private final LocalSecrets secrets;
    private final Counters counters = new Counters();
    private final LogFile log;
    private final Front front;
    private final List<Poller> pollers = new ArrayList<>();
    private final Map<String, String> told = new ConcurrentHashMap<>();

    /// Functions and the bus know each other: a function publishes, the bus calls functions. It is tied here, once.
    private @Nullable LocalPlatforms platforms;

    private Assembly(HostSettings settings, int port) throws IOException {
        Path buckets = settings.data().resolve("buckets");
        this.stack = StartChecks.read(settings.template(), options(settings, port));
        this.folder = DataFolder.claim(settings.data());
        this.database = Database.open(settings.data().resolve("encargo.db"));
        OwnersOnly.folder(buckets);
        OwnersOnly.folder(settings.data().resolve("logs"));
        this.quiet = new Quiet(() -> database.counters().commits());
        this.clock = new HostClock(storedOffset());
        this.timers = new Timers(clock, executor, quiet, this::keepOffset);
        this.log = new LogFile(settings.data().resolve("logs").resolve("encargo.log"));
        this.secrets = new LocalSecrets(settings.data().resolve("secrets.json"), stack);
        this.queues = new Queues(stack, database, clock, timers, settings.data().resolve("receives"));
        this.functions = new Functions(
                stack,
                (function, scope) -> Objects.requireNonNull(platforms).of(function, scope),
                (function, why) ->
                        log.line(clock.instant(), "ERROR", function, "a scheduled call failed", Map.of(), why));
        this.front = new Front(stack, functions, clock, buckets, settings.data(), port);
        TaskCalls calls = new TaskCalls(stack, functions, executor);
        DefaultBus defaultBus = new DefaultBus();
        this.executions = new Executions(stack, database, clock, new Commands(queues, timers, calls, defaultBus));
        this.delivery = new Delivery(
                new Delivery.Parts(stack, database, clock, timers, queues, functions, buckets, executor, this::misfit),
                executions);
        defaultBus.tellTo(delivery.bus());
        this.platforms = new LocalPlatforms(
                new LocalPlatforms.Parts(
                        database,
                        clock,
                        queues,
                        buckets,
                        front.links(),
                        new LocalMail(database, clock),
                        secrets,
                        path -> new LocalSettings(stack, path, decided(settings, port)),
                        log,
                        counters,
                        new Faults(),
                        front.callers(),
                        new DocumentIndexes(
                                database, settings.indexLag().map(IndexLag::new).orElse(null)),
                        settings.relayed(),
                        settings.documents()),
                delivery.bus(),
                executions);
        Faults faults = platforms.faults();
        for (EventSourceMapping mapping : stack.eventSources()) {
            if (mapping.enabled()) {
                pollers.add(poller(mapping, faults));
            }
        }
        quietParts(calls);
    }

    static Assembly of(HostSettings settings, int port) throws IOException {
        Platform.Registered.refuse();
        return new Assembly(settings, port);
    }

    private void misfit(String eventId, String type, List<Misfit> misfits) {
        Map<String, String> fields = Map.of(
                "event",
                eventId,
                "type",
                type,
                "fields",
                misfits.stream().map(Misfit::toString).collect(Collectors.joining(", ")));
        log.line(clock.instant(), "ERROR", "bus", "an event does not fit its schema", fields, null);
    }

    static StackOptions options(HostSettings settings, int port) {
        StackOptions options = StackOptions.laptop(port);
        for (Map.Entry<String, String> parameter : settings.parameters().entrySet()) {
            options = options.with(parameter.getKey(), parameter.getValue());
        }
        return options;
    }

    private Map<String, String> decided(HostSettings settings, int port) {
        Map<String, String> decided = new HashMap<>(Map.of("public-url", "http://127.0.0.1:" + port));
        decided.putAll(settings.settings());
        decided.putAll(told);
        return decided;
    }

    void tell(String name, String value) {
        told.put(name, value);
    }

    private Poller poller(EventSourceMapping mapping, Faults faults) {
        return new Poller(
                mapping,
                queues.byArn(mapping.queueArn())
                        .orElseThrow(() -> new IllegalStateException(
                                mapping.at() + ": " + mapping.functionId() + " reads no queue of the template")),
                functions,
                faults,
                executor);
    }

    private void quietParts(TaskCalls calls) {
        quiet.also(executor::quiet);
        quiet.also(database::quiet);
        quiet.also(functions::quiet);
        quiet.also(calls::quiet);
        quiet.also(delivery::quiet);
        quiet.also(() -> pollers.stream().allMatch(Poller::quiet));
    }

    private Duration storedOffset() {
        return database.one(
                        "SELECT value FROM marks WHERE name = ?",
                        row -> Duration.ofMillis(Long.parseLong(row.getString(1))),
                        OFFSET)
                .orElse(Duration.ZERO);
    }

    private void keepOffset() {
        database.write(tx -> tx.update(
                "INSERT OR REPLACE INTO marks (name, value) VALUES (?, ?)",
                OFFSET,
                Long.toString(clock.offset().toMillis())));
    }

    void takeOverLogging() {
        LogHandler.takeOver(log, clock);
    }

    void recover() {
        int left =
                database.write(tx -> tx.update("UPDATE documents SET due = ? WHERE due IS NOT NULL", clock.millis()));
        timers.start();
        queues.start();
        delivery.recover();
        executor.execute(executions::recover);
        pollers.forEach(Poller::start);
        Schedules schedules = new Schedules(stack, clock, timers, functions, delivery.calls(), executor);
        schedules.start();
        if (left > 0) {
            schedules.now(RelayEffectsFunction.class);
        }
    }

    Handler api() {
        return front.api();
    }

    List<Mount> mounts(List<Mount> more) {
        return front.mounts(more);
    }

    Stack stack() {
        return stack;
    }

    HostClock clock() {
        return clock;
    }

    Timers timers() {
        return timers;
    }

    Quiet quiet() {
        return quiet;
    }

    Database database() {
        return database;
    }

    Queues queues() {
        return queues;
    }

    Executions executions() {
        return executions;
    }

    Functions functions() {
        return functions;
    }

    Delivery delivery() {
        return delivery;
    }

    LocalSecrets secrets() {
        return secrets;
    }

    Counters counters() {
        return counters;
    }

    @Override
    public void close() throws IOException {
        pollers.forEach(Poller::close);
        timers.close();
        settle();
        delivery.close();
        executor.stop();
        database.close();
        log.close();
        folder.close();
    }

    /// Lets go of everything without finishing anything.
    void abandon() throws IOException {
        database.abandon();
        pollers.forEach(Poller::close);
        timers.close();
        delivery.bus().dispatcher().close();
        executor.stop();
        database.close();
        queues.close();
        log.close();
        folder.close();
    }

    /// Lets what runs end, within a bound; what does not is durable and goes on after the next start.
    private void settle() {
        try {
            timers.awaitQuiet();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

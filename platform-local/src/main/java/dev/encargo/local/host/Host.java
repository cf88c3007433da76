package dev.encargo.local.host;

import dev.encargo.local.clock.HostClock;
import dev.encargo.local.clock.Timers;
import dev.encargo.local.delivery.Delivery;
import dev.encargo.local.execution.Executions;
import dev.encargo.local.function.Functions;
import dev.encargo.local.http.Gateway;
import dev.encargo.local.http.Mount;
import dev.encargo.local.ports.Counters;
import dev.encargo.local.ports.LocalSecrets;
import dev.encargo.local.queue.Queues;
import dev.encargo.local.store.Database;
import dev.encargo.local.template.model.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The application of one template, running in this process on one port and one data folder.
///
/// Start it, tell outside parties its address and it theirs, then [#open] it: nothing is answered and nothing is
/// worked on before.
public final class Host implements AutoCloseable {
    private final HostSettings settings;
    private final Gateway gateway;
    private final Assembly parts;

    private Host(HostSettings settings, Gateway gateway, Assembly parts) {
        this.settings = settings;
        this.gateway = gateway;
        this.parts = parts;
    }

    /// Binds the port, reads the template and opens the data folder, in this order: what is refused leaves nothing
    /// behind.
    ///
    /// @throws dev.encargo.local.http.wire.PortTaken when somebody else listens on the port
    /// @throws dev.encargo.local.template.source.TemplateRefused when the template says what the host would not do
    /// @throws DataFolderTaken when another host uses the data folder
    public static Host start(HostSettings settings) throws IOException {
        Gateway gateway = Gateway.bind(settings.port());
        try {
            return new Host(settings, gateway, Assembly.of(settings, gateway.port()));
        } catch (IOException | RuntimeException fault) {
            gateway.close();
            throw fault;
        }
    }

    /// Reads the template, refuses what [#start] would refuse of it, and touches nothing.
    ///
    /// @throws dev.encargo.local.template.source.TemplateRefused when the template says what the host would not do
    public static Stack check(HostSettings settings) {
        return StartChecks.read(settings.template(), Assembly.options(settings, settings.port()));
    }

    /// Takes up what a restart interrupted and opens the door, with further mounts beside the API.
    public Host open(List<Mount> mounts) {
        parts.recover();
        gateway.open(parts.api(), parts.mounts(mounts));
        return this;
    }

    /// From now on what this process logs goes into this host's log. For a process that is this host and nothing
    /// else.
    public Host takeOverLogging() {
        parts.takeOverLogging();
        return this;
    }

    /// Tells functions a setting of their parameter store, such as the address of an outside party, before they are
    /// called: it wins over what the template says.
    public void tell(String name, String value) {
        parts.tell(name, value);
    }

    public int port() {
        return gateway.port();
    }

    public Path data() {
        return settings.data();
    }

    public Stack stack() {
        return parts.stack();
    }

    public HostClock clock() {
        return parts.clock();
    }

    public Timers timers() {
        return parts.timers();
    }

    public Quiet quiet() {
        return parts.quiet();
    }

    public Database database() {
        return parts.database();
    }

    public Queues queues() {
        return parts.queues();
    }

    public Executions executions() {
        return parts.executions();
    }

    public Functions functions() {
        return parts.functions();
    }

    public Delivery delivery() {
        return parts.delivery();
    }

    public LocalSecrets secrets() {
        return parts.secrets();
    }

    public Counters counters() {
        return parts.counters();
    }

    /// Moves business time forward, from due moment to due moment. Returns the new time.
    public Instant forward(Duration by) throws InterruptedException {
        parts.timers().forward(by);
        return parts.clock().instant();
    }

    /// The same, as far as it comes `within` real time. Returns what is left of the way: something, too, where the
    /// host is closing.
    public Duration forward(Duration by, Duration within) throws InterruptedException {
        return parts.timers().forward(by, within);
    }

    /// Waits, a bounded real time, until there is nothing to do before the next due moment.
    public boolean awaitQuiet() throws InterruptedException {
        return parts.timers().awaitQuiet();
    }

    /// Ends as a killed process ends: callers lose their connection, what is under way is not finished and nothing
    /// more is written. The next start on the folder finds what had been committed.
    public void crash() throws IOException {
        gateway.close();
        parts.abandon();
    }

    /// Ends a move of the clock where it is, stops taking calls, lets those in flight end, lands the streams and
    /// closes the data folder.
    @Override
    public void close() throws IOException {
        try {
            parts.timers().endMove();
            gateway.stop(Duration.ofSeconds(5));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        parts.close();
    }
}

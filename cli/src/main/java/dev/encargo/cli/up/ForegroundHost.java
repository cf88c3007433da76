package dev.encargo.cli.up;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.plural;
import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Refusal;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.cli.running.RunningHost;
import dev.encargo.local.control.Control;
import dev.encargo.local.host.DataFolder;
import dev.encargo.local.host.DataFolderTaken;
import dev.encargo.local.host.Host;
import dev.encargo.local.host.HostSettings;
import dev.encargo.local.http.Gateway;
import dev.encargo.local.http.wire.PortTaken;
import dev.encargo.local.template.model.Stack;
import dev.encargo.providers.ProvidersSettings;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A host that lives as long as its command: until Ctrl-C, a signal, or `encargo down`.
final class ForegroundHost {
    private final LocalStack stack;
    private final RunningHost self;
    private final CountDownLatch stopAsked;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private ForegroundHost(LocalStack stack, RunningHost self, CountDownLatch stopAsked) {
        this.stack = stack;
        this.self = self;
        this.stopAsked = stopAsked;
    }

    static ForegroundHost start(HostSettings settings) throws IOException {
        String key = key();
        CountDownLatch stopAsked = new CountDownLatch(1);
        AtomicReference<@Nullable Host> running = new AtomicReference<>();
        Control control = new Control(key, () -> Objects.requireNonNull(running.get(), "host"), stopAsked::countDown);
        LocalStack stack = started(settings, control, running);
        RunningHost self = new RunningHost(
                ProcessHandle.current().pid(),
                stack.host().port(),
                stack.providers().payments().url().toString(),
                stack.providers().warehouse().url().toString(),
                settings.template(),
                key,
                Instant.now());
        self.write(settings.data());
        return new ForegroundHost(stack, self, stopAsked);
    }

    private static String key() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static LocalStack started(HostSettings settings, Control control, AtomicReference<@Nullable Host> running)
            throws IOException {
        try {
            ProvidersSettings outside = ProvidersSettings.in(settings.data().resolve("providers.db"));
            return LocalStack.start(settings, outside, List.of(control.mount()), running::set);
        } catch (PortTaken taken) {
            throw portTaken(settings, taken);
        } catch (DataFolderTaken _) {
            throw folderTaken(settings);
        }
    }

    /// Refuses, as the start would, what another program has taken and a template that cannot be run: for who changes
    /// something before the start. Gives what the template says.
    static Stack check(HostSettings settings) throws IOException {
        if (DataFolder.inUse(settings.data())) {
            throw folderTaken(settings);
        }
        try {
            Gateway.bind(settings.port()).close();
            return Host.check(settings);
        } catch (PortTaken taken) {
            throw portTaken(settings, taken);
        }
    }

    private static Refusal portTaken(HostSettings settings, PortTaken taken) {
        String up = new HostChoice(settings.data()).up() + " --port ";
        return new Refusal(
                Refusal.TAKEN,
                taken.holder()
                        .map(holder -> say(
                                "Port %s is in use by pid %s (%s).",
                                String.valueOf(taken.port()), String.valueOf(holder.pid()), holder.command()))
                        .orElseGet(() -> say("Port %s is in use.", String.valueOf(taken.port()))),
                say("Nothing was started."),
                say("Use:  %s      or      %s", up + next(taken.port()), up + "auto"));
    }

    private static Refusal folderTaken(HostSettings settings) {
        return new Refusal(
                Refusal.TAKEN,
                say("The data folder %s is in use by another host.", settings.data()),
                say("Two hosts on one folder would undo each other's work. Nothing was started."),
                say("Use:  %s", encargo("up --data DIR")));
    }

    private static String next(int port) {
        return port < 65_535 ? String.valueOf(port + 1) : "auto";
    }

    RunningHost self() {
        return self;
    }

    LocalStack stack() {
        return stack;
    }

    /// Waits until somebody wants it to end, then ends it: calls in flight end first, all else goes on after the
    /// next start.
    void awaitStop(Output output) throws InterruptedException, IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::bySignal, "encargo-stop"));
        stopAsked.await();
        long open = stack.host()
                .database()
                .one("SELECT count(*) FROM executions WHERE status = 'RUNNING'", row -> row.getLong(1))
                .orElse(0L);
        output.progress("\n  "
                + say("Stopping…")
                + " "
                + (open == 0
                        ? say("nothing was in flight.")
                        : plural(
                                open,
                                "%,d workflow goes on at the next start.",
                                "%,d workflows go on at the next start.")));
        try {
            stack.close();
        } finally {
            output.progress("  " + say("Data kept in %s. Bye.", stack.host().data()));
            stopped.countDown();
        }
    }

    /// The process ends when this returns, so it waits for the end of the work.
    private void bySignal() {
        stopAsked.countDown();
        try {
            stopped.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.encargo.cli.host;

import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.cli.running.RunningHost;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Ends a running host cleanly.
@Command(name = "down", mixinStandardHelpOptions = true, description = "Stop the running host; its data is kept.")
public final class DownCommand implements Callable<Integer> {
    private static final int BOUND_SECONDS = 30;

    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws InterruptedException {
        RunningHost running = host.running();
        host.control().ask("stop", JsonNodeFactory.instance.objectNode());
        awaitEnd(running.pid());
        if (output.json()) {
            output.object(JsonNodeFactory.instance
                    .objectNode()
                    .put("stopped", true)
                    .put("pid", running.pid())
                    .put("data", host.data().toString()));
        } else {
            output.line("  " + say("Stopped (pid %d). Data kept in %s.", running.pid(), host.data()));
        }
        return 0;
    }

    private static void awaitEnd(long pid) throws InterruptedException {
        try {
            ProcessHandle process = ProcessHandle.of(pid).orElse(null);
            if (process != null) {
                process.onExit().get(BOUND_SECONDS, TimeUnit.SECONDS);
            }
        } catch (TimeoutException late) {
            throw new Refusal(
                    Refusal.FAILED,
                    say("The host (pid %d) did not end within %d s.", pid, BOUND_SECONDS),
                    say("It was asked to; it may still be ending what runs."),
                    say("Use:  %s      its data survives that", "kill " + pid));
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault);
        }
    }
}

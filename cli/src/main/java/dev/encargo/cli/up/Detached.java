package dev.encargo.cli.up;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Refusal;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.cli.running.RunningHost;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The same command line once more, as a process of its own that outlives this one.
final class Detached {
    private static final int BOUND_SECONDS = 60;

    private final Path data;
    private final List<String> arguments;

    /// `arguments` are those of `encargo up`.
    Detached(Path data, List<String> arguments) {
        this.data = data;
        this.arguments = arguments;
    }

    /// `since` is the nano time at which the whole began.
    int start(Banner banner, long since) throws IOException, InterruptedException {
        Path logs = data.resolve("logs");
        Path log = logs.resolve("up.log");
        boolean first = !Files.exists(logs);
        Files.createDirectories(logs);
        Process process = new ProcessBuilder(command())
                .redirectOutput(log.toFile())
                .redirectErrorStream(true)
                .start();
        for (int tenths = 0; tenths < BOUND_SECONDS * 10; tenths++) {
            Optional<RunningHost> running = RunningHost.of(data).filter(host -> host.pid() == process.pid());
            if (running.isPresent()) {
                banner.detached(running.get(), System.nanoTime() - since);
                return 0;
            }
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                System.err.print(Files.readString(log));
                if (first) {
                    Files.delete(log);
                    leave(logs);
                }
                return Math.max(process.exitValue(), Refusal.FAILED);
            }
        }
        process.destroy();
        throw new Refusal(
                Refusal.FAILED,
                say("It was not ready within a minute."),
                say("What it said is in %s.", log),
                say("Use:  %s", new HostChoice(data).up()));
    }

    /// The folder of logs stays where the host wrote one.
    private static void leave(Path logs) throws IOException {
        try {
            Files.delete(logs);
        } catch (DirectoryNotEmptyException written) {
            return;
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.encargo.cli.Main", "up"));
        command.addAll(arguments);
        return command;
    }
}

package dev.encargo.cli.up;

import dev.encargo.cli.Refusal;
import dev.encargo.cli.running.RunningHost;
import dev.encargo.local.host.DataFolder;
import dev.encargo.local.host.DataFolderTaken;
import dev.encargo.local.host.HostSettings;
import dev.encargo.local.http.wire.PortTaken;
import dev.encargo.local.template.source.TemplateRefused;
import dev.encargo.providers.ProvidersSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Starts everything here: the template's application and the stand-ins of the outside parties.
@Command(name = "up", mixinStandardHelpOptions = true, description = "Start everything on this machine.")
public final class UpCommand implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "8080", description = "A port, or auto (default: ${DEFAULT-VALUE}).")
    private String port = "8080";

    @Option(names = "--data", defaultValue = ".encargo", description = "The data folder (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of(".encargo");

    @Option(
            names = "--template",
            defaultValue = "${sys:encargo.root:-.}/infrastructure/template.yaml",
            description = "The template to run (default: the one of this checkout).")
    private Path template = Path.of("infrastructure/template.yaml");

    @Override
    public Integer call() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Files.createDirectories(data);
        Optional<RunningHost> already = DataFolder.inUse(data) ? RunningHost.of(data) : Optional.empty();
        if (already.isPresent()) {
            System.out.println("  Encargo is already running here (pid " + already.get().pid() + ").");
            show(already.get());
            return 0;
        }
        LocalStack stack = started();
        CountDownLatch stop = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(stack, stop)));
        RunningHost self = new RunningHost(
                ProcessHandle.current().pid(),
                stack.host().port(),
                stack.providers().payments().url().toString(),
                stack.providers().warehouse().url().toString(),
                Instant.now());
        self.write(data);
        System.out.println("\n  Encargo 0.1.0   local · no AWS account, no Docker, nothing leaves this machine\n");
        show(self);
        System.out.printf("  ready in %.1f s   Stop: Ctrl-C%n", (System.nanoTime() - start) / 1e9);
        stop.await();
        return 0;
    }

    private void show(RunningHost host) {
        System.out.println("  API:       " + host.api());
        System.out.println("  Payments:  " + host.payments() + "   Warehouse: " + host.warehouse());
        System.out.println("  Data:      " + data + "\n");
    }

    private int number() {
        int number = port.equals("auto") ? 0 : port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : -1;
        if (number < 0 || number > 65_535) {
            throw new Refusal(
                    Refusal.USAGE, port + " is no port.", "A port is a number up to 65535.", "Use:  encargo up --port auto");
        }
        return number;
    }

    private LocalStack started() throws IOException {
        int number = number();
        try {
            return LocalStack.start(
                    HostSettings.of(template, data, number), ProvidersSettings.in(data.resolve("providers.db")), List.of());
        } catch (PortTaken taken) {
            throw new Refusal(
                    Refusal.TAKEN,
                    String.valueOf(taken.getMessage()),
                    "Nothing was started.",
                    "Use:  encargo up --port auto");
        } catch (DataFolderTaken taken) {
            throw new Refusal(
                    Refusal.TAKEN,
                    String.valueOf(taken.getMessage()),
                    "Two hosts on one folder would undo each other's work. Nothing was started.",
                    "Use:  encargo up --data DIR");
        } catch (TemplateRefused refused) {
            throw new Refusal(
                    Refusal.USAGE,
                    "The template says what this host would not do.",
                    String.valueOf(refused.getMessage()),
                    "Mend it, or start another one:  encargo up --template FILE");
        }
    }

    private static void close(LocalStack stack, CountDownLatch stop) {
        try {
            stack.close();
        } catch (IOException fault) {
            System.err.println("  ✕ did not close cleanly: " + fault.getMessage());
        }
        stop.countDown();
    }
}

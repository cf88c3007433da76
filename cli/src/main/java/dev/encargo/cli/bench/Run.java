package dev.encargo.cli.bench;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Folders;
import dev.encargo.cli.check.Audit;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.cli.running.RunningHost;
import dev.encargo.local.store.ReadOnly;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// One benchmark from the start of its host to the verdict.
final class Run {
    /// How long nothing may be completed before the rest counts as lost.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long POLL_MILLIS = 20;
    private static final int POLLS_PER_LINE = 250;

    private final Path template;
    private final int orders;
    private final double rate;
    private final int warmUp;
    private final int connections;
    private final Progress progress;

    Run(Path template, int orders, double rate, int warmUp, int connections, Progress progress) {
        this.template = template;
        this.orders = orders;
        this.rate = rate;
        this.warmUp = warmUp;
        this.connections = connections;
        this.progress = progress;
    }

    Outcome measured() throws IOException, InterruptedException {
        Path data = folder();
        try (HostProcess process = HostProcess.start(template, data)) {
            RunningHost host = process.ready();
            progress.tell(say(
                    "the host is ready on %s (pid %s), its folder is %s",
                    host.api(), String.valueOf(host.pid()), data));
            try (PaidWatch watch = new PaidWatch(data.resolve("encargo.db"), process);
                    ReadOnly file = ReadOnly.open(data.resolve("encargo.db"))) {
                return measured(new Bench(process, host, watch, file, data));
            }
        } finally {
            Folders.delete(data);
        }
    }

    private record Bench(HostProcess process, RunningHost host, PaidWatch watch, ReadOnly file, Path data) {}

    private Outcome measured(Bench bench) throws IOException, InterruptedException {
        Load load = new Load(bench.host.api(), connections, rate);
        Load.Placed before = load.place(0, warmUp);
        awaitPaid(bench, before.placedAt().keySet());
        awaitIdle(bench);
        progress.tell(say("warmed up with %,d orders", warmUp));
        Duration cpu = bench.process.cpu();
        Duration own = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        Load.Placed placed = load.place(warmUp, orders);
        Duration accepting = bench.process.cpu().minus(cpu);
        Duration loading =
                ProcessHandle.current().info().totalCpuDuration().orElse(own).minus(own);
        progress.tell(say("%,d orders are accepted", placed.placedAt().size()));
        awaitPaid(bench, placed.placedAt().keySet());
        awaitIdle(bench);
        Outcome.Cpu used = new Outcome.Cpu(
                perOrder(accepting), perOrder(bench.process.cpu().minus(cpu)));
        Set<String> accepted = new HashSet<>(before.placedAt().keySet());
        accepted.addAll(placed.placedAt().keySet());
        progress.tell(say("verifying %,d orders", accepted.size()));
        List<String> violations = new ArrayList<>(before.refusals());
        violations.addAll(placed.refusals());
        Audit audit = Audit.of(new HostChoice(bench.data));
        violations.addAll(new Verification(bench.file, accepted).violations(audit.violations()));
        return outcome(bench, placed, used, perOrder(loading), violations);
    }

    /// How many document writes an invoice took, the heads of its series included: each write raises a revision.
    private static double writesPerInvoice(ReadOnly file) {
        long invoices = file.count("SELECT count(*) FROM documents WHERE collection = 'invoices'");
        long writes = file.count("SELECT coalesce(sum(revision), 0) FROM documents"
                + " WHERE collection IN ('invoices', 'invoice-numbers')");
        return invoices == 0 ? 0 : (double) writes / invoices;
    }

    private double perOrder(Duration cpu) {
        return cpu.toNanos() / 1e6 / orders;
    }

    private Outcome outcome(Bench bench, Load.Placed placed, Outcome.Cpu cpu, double loadCpu, List<String> violations) {
        Histogram toPaid = new Histogram(3);
        long last = placed.began();
        int completed = 0;
        for (Map.Entry<String, Long> order : placed.placedAt().entrySet()) {
            Long paid = bench.watch.paidAt().get(order.getKey());
            if (paid != null) {
                toPaid.recordValue(paid - order.getValue());
                last = Math.max(last, paid);
                completed++;
            }
        }
        return new Outcome(
                orders,
                warmUp,
                rate,
                placed.placedAt().size() / seconds(placed.ended() - placed.began()),
                completed == 0 ? 0 : completed / seconds(last - placed.began()),
                placed.answered().getValueAtPercentile(50) / 1e6,
                placed.answered().getValueAtPercentile(99) / 1e6,
                toPaid.getValueAtPercentile(50) / 1e6,
                toPaid.getValueAtPercentile(99) / 1e6,
                bench.watch.peakMegabytes(),
                writesPerInvoice(bench.file),
                cpu,
                loadCpu,
                violations);
    }

    private static double seconds(long nanos) {
        return Math.max(1, nanos) / 1e9;
    }

    private void awaitPaid(Bench bench, Set<String> ids) throws InterruptedException {
        long missing = ids.size();
        long since = System.nanoTime();
        for (int poll = 1; missing > 0 && bench.process.runs(); poll++) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            long left = ids.stream()
                    .filter(id -> !bench.watch.paidAt().containsKey(id))
                    .count();
            since = left < missing ? System.nanoTime() : since;
            missing = left;
            if (System.nanoTime() - since > PATIENCE.toNanos()) {
                progress.tell(
                        say("%,d orders are not PAID and none has become so for %d s", missing, PATIENCE.toSeconds()));
                return;
            }
            if (poll % POLLS_PER_LINE == 0) {
                progress.tell(say("%,d of %,d orders are PAID", ids.size() - missing, ids.size()));
            }
        }
    }

    /// Until mails are written and the warehouse was told: nothing waits in a queue and no workflow runs.
    private void awaitIdle(Bench bench) throws InterruptedException {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < limit
                && bench.process.runs()
                && bench.file.count("SELECT (SELECT count(*) FROM messages)"
                                + " + (SELECT count(*) FROM executions WHERE status = 'RUNNING')")
                        > 0) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS * 10);
        }
    }

    /// A temporary folder on a real disk: on one that is kept in memory nothing would have to be made durable.
    private static Path folder() throws IOException {
        Path temporary = Files.createTempDirectory("encargo-bench-");
        FileStore store = Files.getFileStore(temporary);
        if (!store.type().equals("tmpfs")) {
            return temporary;
        }
        Files.delete(temporary);
        return Files.createTempDirectory(Path.of("").toAbsolutePath(), ".encargo-bench-");
    }
}

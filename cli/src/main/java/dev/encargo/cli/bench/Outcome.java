package dev.encargo.cli.bench;

import java.util.List;

/// What was measured. Times in milliseconds; CPU is the host's, with the stand-ins in it, and this process's for
/// each order; `writesPerInvoice` are document writes, the series' head included.
record Outcome(
        int orders,
        int warmUp,
        double rate,
        double acceptedPerSecond,
        double completedPerSecond,
        double p50Millis,
        double p99Millis,
        double timeToPaidP50Millis,
        double timeToPaidP99Millis,
        long residentMegabytes,
        double writesPerInvoice,
        Cpu hostCpu,
        double loadCpuMillis,
        List<String> violations) {

    Outcome {
        violations = List.copyOf(violations);
    }

    /// Milliseconds of CPU per order, while orders were accepted and until all were paid and mailed.
    record Cpu(double acceptingMillis, double allMillis) {}
}

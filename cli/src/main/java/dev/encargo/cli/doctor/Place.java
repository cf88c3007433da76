package dev.encargo.cli.doctor;

import dev.encargo.cli.running.RunningHost;
import dev.encargo.local.template.Parity;
import dev.encargo.local.template.StackOptions;
import dev.encargo.local.template.parity.ParityReport;
import dev.encargo.local.template.parity.Treatment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The port, the data folder and the template.
final class Place {
    private static final long GIGABYTE = 1L << 30;

    private Place() {}

    static Finding port(int port, Path data) {
        Optional<RunningHost> ours = RunningHost.of(data);
        if (ours.isPresent() && ours.get().port() == port) {
            return Finding.good("port " + port + " is Encargo's own, which runs (pid "
                    + ours.get().pid() + ")");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return Finding.good("port " + port + " is free");
        } catch (IOException taken) {
            return Finding.bad("port " + port + " is in use", "Use another one: encargo up --port auto");
        }
    }

    static Finding folder(Path data) {
        Path existing = data.toAbsolutePath().normalize();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
                return Finding.bad(
                        data + " is not writable",
                        "Give yourself the right to write there, or name another: --data DIR");
            }
            long free = Files.getFileStore(existing).getUsableSpace();
            return free < GIGABYTE
                    ? Finding.bad(
                            data + " has only " + free / (1 << 20) + " MB left",
                            "Free some space, or name another: --data DIR")
                    : Finding.good(data + " is writable (" + free / GIGABYTE + " GB free)");
        } catch (IOException fault) {
            return Finding.bad(data + " cannot be looked at: " + fault.getMessage(), "Name another folder: --data DIR");
        }
    }

    static Finding template(Path template) {
        if (!Files.isReadable(template)) {
            return Finding.bad("there is no template " + template, "Name it: --template FILE");
        }
        ParityReport report = Parity.report(template, StackOptions.laptop(0));
        return report.refusals().isEmpty()
                ? Finding.good("the template can be run (%d of %d parts as on AWS)"
                        .formatted(
                                report.count(Treatment.HONOURED),
                                report.entries().size()))
                : Finding.bad(
                        "the template says what this machine would not do, at "
                                + report.refusals().getFirst().at(),
                        "See all of it: encargo parity");
    }
}

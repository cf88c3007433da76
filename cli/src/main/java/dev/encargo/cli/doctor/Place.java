package dev.encargo.cli.doctor;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

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

    /// `another` is the command that starts on another port.
    static Finding port(int port, Path data, String another) {
        Optional<RunningHost> ours = RunningHost.of(data);
        if (ours.isPresent() && ours.get().port() == port) {
            return Finding.good(say(
                    "port %s is Encargo's own, which runs (pid %s)",
                    text(port), text(ours.get().pid())));
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return Finding.good(say("port %s is free", text(port)));
        } catch (IOException taken) {
            return Finding.bad(say("port %s is in use", text(port)), say("Use another one: %s", another));
        }
    }

    /// A number as it is typed, without a mark between its thousands.
    private static String text(long number) {
        return String.valueOf(number);
    }

    static Finding folder(Path data) {
        Path existing = data.toAbsolutePath().normalize();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
                return Finding.bad(
                        say("%s is not writable", data),
                        say("Give yourself the right to write there, or use another:  %s", encargo("up --data DIR")));
            }
            long free = Files.getFileStore(existing).getUsableSpace();
            return free < GIGABYTE
                    ? Finding.bad(
                            say("%s has only %s MB left", data, text(free / (1 << 20))),
                            say("Free some space, or use another:  %s", encargo("up --data DIR")))
                    : Finding.good(say("%s is writable (%s GB free)", data, text(free / GIGABYTE)));
        } catch (IOException fault) {
            return Finding.bad(
                    say("%s cannot be looked at: %s", data, fault.getMessage()),
                    say("Use another folder:  %s", encargo("up --data DIR")));
        }
    }

    /// `parity` is the command that lists what is refused.
    static Finding template(Path template, String parity) {
        if (!Files.isReadable(template)) {
            return Finding.bad(
                    say("there is no template %s", template), say("Name it:  %s", encargo("up --template FILE")));
        }
        ParityReport report = Parity.report(template, StackOptions.laptop(0));
        return report.refusals().isEmpty()
                ? Finding.good(say(
                        "the template can be run (%d of %d parts as on AWS)",
                        report.count(Treatment.HONOURED), report.entries().size()))
                : Finding.bad(
                        say(
                                "the template says what this machine would not do, at %s",
                                report.refusals().getFirst().at()),
                        say("See all of it: %s", parity));
    }
}

package dev.encargo.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The memory of a process that is in RAM: from `/proc` where there is one, else from `ps`.
final class Resident {
    private static final String FIELD = "VmRSS:";

    private Resident() {}

    /// 0 when the process has ended.
    static long megabytes(long pid) {
        try {
            Path status = Path.of("/proc", Long.toString(pid), "status");
            return (Files.exists(status) ? fromProc(status) : fromPs(pid)) / 1024;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static long fromProc(Path status) throws IOException {
        for (String line : Files.readAllLines(status, StandardCharsets.UTF_8)) {
            if (line.startsWith(FIELD)) {
                return Long.parseLong(
                        line.substring(FIELD.length()).replace("kB", "").strip());
            }
        }
        return 0;
    }

    private static long fromPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return answer.isEmpty() ? 0 : Long.parseLong(answer);
    }
}

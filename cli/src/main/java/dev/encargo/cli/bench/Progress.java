package dev.encargo.cli.bench;

import java.io.PrintWriter;
import java.util.Locale;

/// What is going on, said while it goes on.
final class Progress {
    private final PrintWriter out;
    private final long start = System.nanoTime();

    Progress(PrintWriter out) {
        this.out = out;
    }

    void say(String line) {
        out.printf(Locale.ROOT, "  %6.1f s  %s%n", (System.nanoTime() - start) / 1e9, line);
        out.flush();
    }
}

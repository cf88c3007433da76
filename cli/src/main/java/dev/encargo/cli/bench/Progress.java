package dev.encargo.cli.bench;

import dev.encargo.cli.words.Words;
import java.io.PrintWriter;

/// What is going on, said while it goes on.
final class Progress {
    private final PrintWriter out;
    private final long start = System.nanoTime();

    Progress(PrintWriter out) {
        this.out = out;
    }

    void tell(String line) {
        out.printf(Words.language().locale(), "  %6.1f s  %s%n", (System.nanoTime() - start) / 1e9, line);
        out.flush();
    }
}

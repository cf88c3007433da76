package dev.encargo.cli.output;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// What programs read is UTF-8 whatever the locale says.
public final class Utf8 {

    private Utf8() {}

    /// A stream of lines to `out`, each on its way when it ends.
    public static PrintStream lines(OutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }
}

package dev.encargo.cli.output;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Writes text as it can be shown here: see [Output#plain].
public final class PlainWriter extends PrintWriter {

    public PlainWriter(OutputStream out) {
        super(out, true, StandardCharsets.UTF_8);
    }

    @Override
    public void write(String text, int from, int length) {
        String shown = Output.plain(text.substring(from, from + length));
        super.write(shown, 0, shown.length());
    }
}

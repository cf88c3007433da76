package dev.encargo.aws.telemetry;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Writes each line at once, as UTF-8 whatever the locale says.
public record StandardOutput(PrintStream out) implements Consumer<String> {

    @Override
    public void accept(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (out) {
            out.write(bytes, 0, bytes.length);
            out.flush();
        }
    }
}

package dev.encargo.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that every command has for what it prints. Colour is used on a terminal only, plain ASCII where the
/// locale is not UTF-8.
public final class Output {
    private static final boolean TERMINAL = isTerminal();

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    @Option(names = "--json", description = "Print JSON: one object, or one a line where there are many.")
    private boolean json;

    @Option(names = "--quiet", description = "Print no progress.")
    private boolean quiet;

    @Option(names = "--no-color", description = "Print without colour (as NO_COLOR does).")
    private boolean noColor;

    public boolean json() {
        return json;
    }

    public PrintStream stream() {
        return out;
    }

    /// One line of data.
    public void line(String text) {
        out.println(plain(text));
    }

    /// A document as it is, in UTF-8 whatever the locale.
    public void text(String document) {
        PrintStream lines = Utf8.lines(out);
        lines.print(document);
        lines.flush();
    }

    /// One JSON object on a line of its own, in UTF-8 whatever the locale.
    public void object(JsonNode node) {
        Utf8.lines(out).println(node);
    }

    /// One line of progress: not data, so on standard error, and not with `--quiet` or `--json`.
    public void progress(String text) {
        if (!quiet && !json) {
            err.println(plain(text));
        }
    }

    public String done() {
        return painted("32", isUtf8() ? "✓" : "+");
    }

    public String failed() {
        return painted("31", isUtf8() ? "✕" : "x");
    }

    public String waiting() {
        return painted("33", isUtf8() ? "●" : "*");
    }

    /// Neither done nor failed.
    public String aside() {
        return isUtf8() ? "–" : "-";
    }

    private static boolean isUtf8() {
        return Charset.forName(System.getProperty("stdout.encoding", "UTF-8")).equals(StandardCharsets.UTF_8);
    }

    private String painted(String colour, String mark) {
        return json || noColor || System.getenv("NO_COLOR") != null || !TERMINAL
                ? mark
                : "\u001b[" + colour + "m" + mark + "\u001b[0m";
    }

    @SuppressWarnings("SystemConsoleNull") // since Java 25 it is null again where there is no terminal
    private static boolean isTerminal() {
        @Nullable Console console = System.console();
        return console != null && console.isTerminal();
    }

    /// The text as it can be shown here: plain ASCII signs, and letters without their accents, where the locale is not
    /// UTF-8.
    public static String plain(String text) {
        return isUtf8() ? text : Ascii.of(text);
    }
}

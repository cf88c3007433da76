package dev.encargo.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.encargo.cli.running.RunningHost;
import dev.encargo.cli.up.LocalStack;
import dev.encargo.cli.words.Language;
import dev.encargo.cli.words.Words;
import dev.encargo.local.control.Control;
import dev.encargo.local.host.Host;
import dev.encargo.local.host.HostSettings;
import dev.encargo.providers.NoticeHabits;
import dev.encargo.providers.ProvidersSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A whole host in this process for all tests of a class, and commands that mean it: they find it by its data
/// folder as any user's do.
public final class OperatedHost implements BeforeAllCallback, AfterAllCallback {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path TEMPLATE =
            Path.of(System.getProperty("encargo.root", "..")).resolve("infrastructure/template.yaml");

    private @Nullable Path folder;
    private @Nullable LocalStack stack;

    /// How many classes use it now: nested ones share the host of the outer one.
    private int users;

    /// What a command said; `out` are bytes, since a document may be among them.
    public record Said(int exitCode, byte[] bytes, String err) {
        public String out() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public List<JsonNode> objects() {
            return out().lines().map(OperatedHost::read).toList();
        }

        public JsonNode object() {
            return objects().getFirst();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (users++ > 0) {
            return;
        }
        folder = Files.createTempDirectory("encargo-operated");
        String key = "the-key-of-this-test";
        AtomicReference<@Nullable Host> running = new AtomicReference<>();
        Control control = new Control(key, () -> Objects.requireNonNull(running.get()), () -> {});
        stack = LocalStack.start(
                HostSettings.of(TEMPLATE, folder, 0),
                ProvidersSettings.in(folder.resolve("providers.db")).withHabits(NoticeHabits.TIDY),
                List.of(control.mount()));
        running.set(stack.host());
        new RunningHost(
                        ProcessHandle.current().pid(),
                        stack.host().port(),
                        stack.providers().payments().url().toString(),
                        stack.providers().warehouse().url().toString(),
                        TEMPLATE,
                        key,
                        Instant.now())
                .write(folder);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (--users > 0) {
            return;
        }
        Objects.requireNonNull(stack).close();
        try (Stream<Path> files = Files.walk(folder())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    public Path folder() {
        return Objects.requireNonNull(folder, "folder");
    }

    public LocalStack stack() {
        return Objects.requireNonNull(stack, "stack");
    }

    /// Waits until everything that was started has ended or waits for a due moment.
    public void settle() throws InterruptedException {
        if (!stack().host().awaitQuiet()) {
            throw new AssertionError("the host did not become quiet");
        }
    }

    /// Runs a command on this host.
    public Said run(String... arguments) {
        return fed("", arguments);
    }

    /// The same, with something on its standard input.
    public Said fed(String input, String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--data", folder().toString()));
        return anywhere(input, all.toArray(String[]::new));
    }

    /// Runs a command as it is written; English is spoken again after it.
    public static Said anywhere(String input, String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        InputStream in = System.in;
        String encoding = System.getProperty("stdout.encoding", "UTF-8");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setProperty("stdout.encoding", "UTF-8");
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            int code = Main.run(arguments);
            return new Said(code, said.toByteArray(), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
            System.setIn(in);
            System.setProperty("stdout.encoding", encoding);
            Words.speak(Language.EN);
        }
    }

    public static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException malformed) {
            throw new AssertionError(json, malformed);
        }
    }
}

package dev.encargo.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.encargo.cli.running.Api;
import dev.encargo.cli.running.RunningHost;
import dev.encargo.cli.up.LocalStack;
import dev.encargo.local.control.Control;
import dev.encargo.local.host.Host;
import dev.encargo.local.host.HostSettings;
import dev.encargo.providers.ProvidersSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// A running host and somebody who asks it by commands, in this process.
public final class Operator implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "key-of-a-test";

    private final LocalStack stack;
    private final Path data;

    private Operator(LocalStack stack, Path data) {
        this.stack = stack;
        this.data = data;
    }

    /// What a command printed, and its exit code.
    public record Said(int exitCode, String out) {
        public JsonNode json() throws IOException {
            return JSON.readTree(out);
        }
    }

    public static Operator at(Path template, Path data) throws IOException {
        AtomicReference<Host> running = new AtomicReference<>();
        Control control = new Control(KEY, () -> Objects.requireNonNull(running.get()), () -> {});
        LocalStack stack = LocalStack.start(
                HostSettings.of(template, data, 0),
                ProvidersSettings.in(data.resolve("providers.db")),
                List.of(control.mount()));
        running.set(stack.host());
        new RunningHost(
                        ProcessHandle.current().pid(),
                        stack.host().port(),
                        stack.providers().payments().url().toString(),
                        stack.providers().warehouse().url().toString(),
                        template,
                        KEY,
                        Instant.now())
                .write(data);
        return new Operator(stack, data);
    }

    public Path data() {
        return data;
    }

    public Host host() {
        return stack.host();
    }

    public Said says(String... arguments) {
        return said(Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString()))
                .toArray(String[]::new));
    }

    /// The lines of the refusal that a command ends with.
    public List<String> refuses(String... arguments) {
        PrintStream before = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            says(arguments);
            return err.toString(StandardCharsets.UTF_8).lines().toList();
        } finally {
            System.setErr(before);
        }
    }

    /// A command that asks no host.
    public static Said said(String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            int code = Main.run(arguments);
            return new Said(code, out.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }

    public String place(String method) {
        JsonNode order = api().post("/orders", """
                        {"customerId":"c-1","email":"ana@example.com","name":"Ana","paymentMethod":"%s",
                         "items":[{"sku":"TEE-BLK-M","quantity":2,"unitPrice":21.90}]}""".formatted(method));
        return order.path("id").asText();
    }

    public String status(String order) {
        return api().get("/orders/" + order).path("status").asText();
    }

    private Api api() {
        return new Api(URI.create("http://127.0.0.1:" + stack.host().port()));
    }

    /// Until nothing is left to do at the present time.
    public void settle() throws InterruptedException {
        for (int i = 0; i < 10 && !stack.host().awaitQuiet(); i++) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() throws IOException {
        stack.close();
    }
}

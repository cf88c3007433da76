package dev.encargo.local.host;

import dev.encargo.local.function.CallFailed;
import dev.encargo.local.queue.Message;
import dev.encargo.local.queue.MessageQueue;
import dev.encargo.local.store.RowReader;
import dev.encargo.platform.Platform;
import dev.encargo.platform.event.EventMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A small application on the real host, with a function that does what the test says.
final class Parcels implements AutoCloseable {
    private final Host host;
    private final Path folder;
    private final UnaryOperator<HostSettings> settings;
    private @Nullable Platform platform;

    private Parcels(Path folder, UnaryOperator<HostSettings> settings) {
        this.folder = folder;
        this.settings = settings;
        try {
            this.host = Host.start(settings.apply(HostSettings.of(template(), folder.resolve("data"), 0)))
                    .open(List.of());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static Parcels in(Path folder) {
        return in(folder, same -> same);
    }

    static Parcels in(Path folder, UnaryOperator<HostSettings> settings) {
        AskFunction.reset();
        return new Parcels(folder, settings);
    }

    private static Path template() {
        try {
            return Path.of(Parcels.class.getResource("template.yaml").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The same application once more, on the data that this one leaves.
    Parcels restarted() {
        close();
        return new Parcels(folder, settings);
    }

    Host host() {
        return host;
    }

    /// The platform as the function sees it.
    Platform platform() {
        Platform known = platform;
        if (known == null) {
            known = asked();
            platform = known;
        }
        return known;
    }

    /// A function's platform holds until a call of it fails: the reader's is taken, since the other one's calls may
    /// fail.
    private Platform asked() {
        try {
            host.functions().call("ReadFunction", new byte[0]);
        } catch (CallFailed failed) {
            throw new IllegalStateException(failed);
        }
        AskFunction.events.clear();
        return Objects.requireNonNull(AskFunction.platform);
    }

    MessageQueue queue(String name) {
        return host.queues().byName(name).orElseThrow();
    }

    List<String> bodies(String queue) {
        return queue(queue).peek(100).stream().map(Message::body).toList();
    }

    void publish(String id, String type, String name) {
        publish(id, "parcels.office", type, "{\"id\":\"" + id + "\",\"data\":{\"name\":\"" + name + "\"}}");
    }

    void publish(String id, String source, String type, String detail) {
        platform()
                .bus()
                .publish(List.of(new EventMessage(id, source, type, host.clock().instant(), "parcel_" + id, detail)));
        quiet();
    }

    void quiet() {
        try {
            host.awaitQuiet();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    void forward(Duration by) {
        try {
            host.forward(by);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    <T> List<T> rows(String sql, RowReader<T> reader, Object... values) {
        return host.database().list(sql, reader, values);
    }

    @Override
    public void close() {
        try {
            host.close();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}

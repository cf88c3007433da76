package dev.encargo.invoices;

import dev.encargo.platform.EventBus;
import dev.encargo.platform.FileStore;
import dev.encargo.platform.Mail;
import dev.encargo.platform.Platform;
import dev.encargo.platform.RequestQueue;
import dev.encargo.platform.Secrets;
import dev.encargo.platform.Settings;
import dev.encargo.platform.Telemetry;
import dev.encargo.platform.Workflows;
import dev.encargo.platform.documents.Documents;
import java.time.InstantSource;
import java.util.function.Supplier;

/// A platform with another store or file store: what a test wants to go wrong goes wrong there.
public record FakeHost(Platform platform, Documents documents, FileStore files, boolean alone) implements Platform {

    public FakeHost(Platform platform, Documents documents, FileStore files) {
        this(platform, documents, files, false);
    }

    /// Another process on the same store.
    public static Platform alone(Platform platform) {
        return new FakeHost(platform, platform.documents(), platform.files(), true);
    }

    @Override
    public String function() {
        return platform.function();
    }

    @Override
    public EventBus bus() {
        return platform.bus();
    }

    @Override
    public Workflows workflows() {
        return platform.workflows();
    }

    @Override
    public RequestQueue queue() {
        return platform.queue();
    }

    @Override
    public Mail mail() {
        return platform.mail();
    }

    @Override
    public Secrets secrets() {
        return platform.secrets();
    }

    @Override
    public Settings settings() {
        return platform.settings();
    }

    @Override
    public InstantSource clock() {
        return platform.clock();
    }

    @Override
    public Telemetry telemetry() {
        return platform.telemetry();
    }

    @Override
    public <T> T shared(Class<T> type, Supplier<T> make) {
        return alone ? make.get() : platform.shared(type, make);
    }
}

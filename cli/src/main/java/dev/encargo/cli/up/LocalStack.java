package dev.encargo.cli.up;

import dev.encargo.local.host.Host;
import dev.encargo.local.host.HostSettings;
import dev.encargo.local.http.Mount;
import dev.encargo.providers.Providers;
import dev.encargo.providers.ProvidersSettings;
import dev.encargo.providers.Webhook;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/// The host with the stand-ins beside it: the whole world of an order in this process, on one clock.
public final class LocalStack implements AutoCloseable {
    private final Host host;
    private final Providers providers;

    private LocalStack(Host host, Providers providers) {
        this.host = host;
        this.providers = providers;
    }

    /// Starts both. The stand-ins keep their books in the host's data folder.
    public static LocalStack start(HostSettings settings, ProvidersSettings outside, List<Mount> mounts)
            throws IOException {
        return start(settings, outside, mounts, _ -> {});
    }

    /// The same; `made` hears of the host before its door opens. The host comes first: it claims the port and the
    /// folder, or leaves nothing behind.
    static LocalStack start(HostSettings settings, ProvidersSettings outside, List<Mount> mounts, Consumer<Host> made)
            throws IOException {
        Host host = Host.start(settings);
        try {
            made.accept(host);
            return beside(host, outside, mounts);
        } catch (IOException | RuntimeException fault) {
            host.crash();
            throw fault;
        }
    }

    private static LocalStack beside(Host host, ProvidersSettings outside, List<Mount> mounts) throws IOException {
        Providers providers = Providers.start(
                outside, host.clock(), (due, wake) -> host.timers().at(due, wake));
        try {
            host.tell("payment-provider-url", providers.payments().url().toString());
            host.tell("warehouse-url", providers.warehouse().url().toString());
            tellWebhooks(host, providers);
            host.quiet().also(providers::quiet);
            host.open(mounts);
            return new LocalStack(host, providers);
        } catch (RuntimeException fault) {
            providers.close();
            throw fault;
        }
    }

    private static void tellWebhooks(Host host, Providers providers) {
        URI api = URI.create("http://127.0.0.1:" + host.port());
        providers
                .payments()
                .deliverNoticesTo(new Webhook(
                        api.resolve("/webhooks/payments"), host.secrets().newest("payment-webhook")));
        providers
                .warehouse()
                .deliverNoticesTo(new Webhook(
                        api.resolve("/webhooks/inventory"), host.secrets().newest("inventory-webhook")));
    }

    public Host host() {
        return host;
    }

    public Providers providers() {
        return providers;
    }

    /// Ends the host as a kill would; the stand-ins have on disk what they answered.
    public void crash() throws IOException {
        host.crash();
        providers.close();
    }

    @Override
    public void close() throws IOException {
        host.close();
        providers.close();
    }
}

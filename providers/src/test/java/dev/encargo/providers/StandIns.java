package dev.encargo.providers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Running stand-ins with a clock, a receiver of their notices and callers.
final class StandIns implements AutoCloseable {
    static final String SECRET = "whsec_test";

    private static final Logger SERVER_LOG = Logger.getLogger("robaho.net.httpserver");

    static {
        SERVER_LOG.setLevel(Level.WARNING);
    }

    final MovableClock clock = new MovableClock();
    final Receiver receiver = new Receiver();
    Providers providers;
    Caller payments;
    Caller warehouse;
    private final ProvidersSettings settings;

    StandIns(UnaryOperator<ProvidersSettings> change) throws IOException {
        this.settings = change.apply(ProvidersSettings.temporary());
        start();
    }

    StandIns() throws IOException {
        this(settings -> settings);
    }

    static StandIns in(Path file) throws IOException {
        return new StandIns(settings -> ProvidersSettings.in(file).withHabits(NoticeHabits.TIDY));
    }

    void start() throws IOException {
        providers = Providers.start(settings, clock);
        payments = new Caller(providers.payments().url());
        warehouse = new Caller(providers.warehouse().url());
    }

    StandIns listening() {
        providers.payments().deliverNoticesTo(new Webhook(receiver.url(), SECRET));
        providers.warehouse().deliverNoticesTo(new Webhook(receiver.url(), SECRET));
        return this;
    }

    void forward(Duration by) {
        clock.forward(by);
        providers.clockMoved();
    }

    void stop() throws IOException {
        payments.close();
        warehouse.close();
        providers.close();
    }

    @Override
    public void close() throws IOException {
        stop();
        receiver.close();
    }
}

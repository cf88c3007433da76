package dev.encargo.providers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The running stand-ins: a payment provider and a warehouse, each on its own loopback port, with one SQLite file.
///
/// Everything answered is on disk first. After a kill, a start on the same file goes on: captures that are due
/// later stay due, and notices not yet acknowledged are sent again as soon as their address is told.
public final class Providers implements AutoCloseable {
    private final Path file;
    private final PaymentProvider payments;
    private final Warehouse warehouse;
    private final Faults faults;
    private final Books books;
    private final DueCaptures captures;
    private final List<AutoCloseable> parts;

    Providers(
            Path file,
            PaymentProvider payments,
            Warehouse warehouse,
            Faults faults,
            Books books,
            DueCaptures captures,
            List<AutoCloseable> parts) {
        this.file = file;
        this.payments = payments;
        this.warehouse = warehouse;
        this.faults = faults;
        this.books = books;
        this.captures = captures;
        this.parts = parts;
    }

    /// Starts on the system's clock.
    public static Providers start(ProvidersSettings settings) throws IOException {
        return start(settings, InstantSource.system());
    }

    /// Starts on a clock that runs at the speed of real time between its jumps; see {@link #clockMoved()}.
    public static Providers start(ProvidersSettings settings, InstantSource clock) throws IOException {
        RealTimer timer = new RealTimer(clock);
        return start(settings, clock, timer, List.of(timer));
    }

    /// Starts on a clock whose owner also wakes. Listening when it returns.
    ///
    /// @throws java.net.BindException when a port is taken
    /// @throws IOException            when the file cannot be used
    public static Providers start(ProvidersSettings settings, InstantSource clock, DueTimer timer) throws IOException {
        return start(settings, clock, timer, List.of());
    }

    private static Providers start(
            ProvidersSettings settings, InstantSource clock, DueTimer timer, List<AutoCloseable> owned)
            throws IOException {
        return new Assembly(settings, clock, timer, owned).assemble();
    }

    public PaymentProvider payments() {
        return payments;
    }

    public Warehouse warehouse() {
        return warehouse;
    }

    /// The SQLite file of their books, which {@link Ledgers} reads.
    public Path file() {
        return file;
    }

    public Faults faults() {
        return faults;
    }

    /// The next moment of the clock at which something happens by itself: a capture, or a notice sent (again).
    public Optional<Instant> nextDue() {
        return Stream.of(
                        captures.next(),
                        payments.courier().nextDue(),
                        warehouse.courier().nextDue())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /// Does what has become due, in order, after the clock was moved. Captures are on disk and their notices on the
    /// way when it returns.
    public void clockMoved() {
        books.perform((_, now) -> now);
        payments.courier().wake();
        warehouse.courier().wake();
    }

    /// Whether nothing is being done: nothing being written, no notice under way or due.
    public boolean quiet() {
        return books.idle() && payments.courier().quiet() && warehouse.courier().quiet();
    }

    /// Stops listening and sending; what was answered is on disk.
    @Override
    public void close() throws IOException {
        payments.close();
        warehouse.close();
        try {
            payments.courier().close();
            warehouse.courier().close();
            books.close();
            for (AutoCloseable part : parts) {
                part.close();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IOException("the stand-ins did not close cleanly", failed);
        }
    }
}
